package org.safepassage.hub.leaks;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.safepassage.redact.check.CheckedFile;
import org.safepassage.schemas.Content;

/// A way in which words can leave.
///
/// @param name of the carrier
/// @param path of the file that carries; `{}` stands for the words
/// @param writing the file's bytes with these words in it
record Carrier(String name, String path, Writing writing) {
    /// Bytes that hold words.
    @FunctionalInterface
    interface Writing {
        byte[] of(String words) throws IOException;
    }

    CheckedFile with(String words) {
        try {
            byte[] bytes = writing.of(words);
            return new CheckedFile("data/" + path.replace("{}", words), Content.of(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
