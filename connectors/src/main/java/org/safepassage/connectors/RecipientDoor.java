package org.safepassage.connectors;

import java.io.IOException;
import java.util.stream.Stream;
import org.safepassage.schemas.Content;

/// A recipient's system, to which consignments are delivered and from which receipts come. Every implementation
/// passes `RecipientDoorContract`.
public interface RecipientDoor extends Door {
    /// Delivers one file so that the recipient sees it whole or not at all. Deterministic names make it safe to
    /// repeat: a file that is already there in the same form is not sent twice.
    ///
    /// @param fileName a plain file name of at most 200 characters `[A-Za-z0-9._-]` that holds no identity
    /// @param content the bytes; opened again when a try fails
    /// @return how it ended; what the other side does is never thrown
    Delivery deliver(String fileName, Content content);

    /// The receipts that wait, oldest first, lazily. The caller closes the stream.
    ///
    /// @throws DoorProblem when they cannot be listed; wrapped in an [java.io.UncheckedIOException] later on
    Stream<ReceiptFile> receipts() throws IOException;

    /// Moves a receipt out of the way once it is recorded; harmless when repeated.
    ///
    /// @throws DoorProblem when the other side refuses or cannot be reached
    void acknowledgeReceipt(ReceiptFile receipt) throws IOException;
}
