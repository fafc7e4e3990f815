package org.safepassage.redact.check;

import org.safepassage.schemas.Content;

/// One file that is about to leave.
///
/// @param path its name as the recipient will see it, divided by `/`; checked like content
/// @param content its bytes
public record CheckedFile(String path, Content content) {
    @Override
    public String toString() {
        return "CheckedFile[" + content.size() + " bytes]";
    }
}
