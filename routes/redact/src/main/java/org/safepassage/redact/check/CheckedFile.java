package org.safepassage.redact.check;

import java.util.List;
import org.safepassage.schemas.Content;

/// One file that is about to leave.
///
/// @param path its name as the recipient will see it, divided by `/`; checked like content
/// @param content its bytes
/// @param words how many words each of its pages shows as pixels, from the first page on: reading back has to find
///     most of them on each page; empty for what has no such pages
public record CheckedFile(String path, Content content, List<Integer> words) {
    public CheckedFile {
        words = List.copyOf(words);
    }

    /// A file whose words are not pixels.
    public CheckedFile(String path, Content content) {
        this(path, content, List.of());
    }

    @Override
    public String toString() {
        return "CheckedFile[" + content.size() + " bytes]";
    }
}
