package org.safepassage.rehearsal.sample.documents;

import java.time.LocalDate;

/// A mail with one attachment.
///
/// @param document subject (its title) and words
/// @param from shown name of the sender
/// @param fromAddress mail address of the sender
/// @param to shown name of who gets it
/// @param toAddress mail address of who gets it
/// @param sent day on which it was sent
/// @param attachmentName file name, any letters
/// @param attachmentType media type
/// @param attachment its bytes
// Letters are written once and never compared.
@SuppressWarnings("ArrayRecordComponent")
public record Letter(
        Document document,
        String from,
        String fromAddress,
        String to,
        String toAddress,
        LocalDate sent,
        String attachmentName,
        String attachmentType,
        byte[] attachment) {
    /// The words of the mail, lines parted by CR LF.
    String words() {
        return document.text().replace("\n", "\r\n\r\n") + "\r\n";
    }
}
