package org.safepassage.connectors;

import org.safepassage.schemas.Content;

/// A receipt as a recipient left it, not yet read or believed.
///
/// @param name its file name, chosen by the recipient
/// @param content its bytes, at most 1 MiB; valid while the door is open
public record ReceiptFile(String name, Content content) {
    @Override
    public String toString() {
        return "ReceiptFile[" + content.size() + "]";
    }
}
