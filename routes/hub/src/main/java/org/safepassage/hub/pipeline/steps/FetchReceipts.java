package org.safepassage.hub.pipeline.steps;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.safepassage.connectors.ReceiptFile;
import org.safepassage.connectors.RecipientDoor;

/// Brings the receipts that wait at a recipient's door to the queue `receipts`.
public final class FetchReceipts {
    private static final int LARGEST = 1 << 20;

    private final RecipientDoors doors;
    private final DoorWatch watch;

    /// @param doors to recipients
    /// @param watch over doors that cannot be used
    public FetchReceipts(RecipientDoors doors, DoorWatch watch) {
        this.doors = doors;
        this.watch = watch;
    }

    /// Receipts that wait at a recipient's door, as texts for the queue; as many as could be read.
    public List<ReceiptText> receipts(@Header("recipient") String recipient) {
        var texts = new ArrayList<ReceiptText>();
        try (RecipientDoor door = doors.open(recipient);
                var waiting = door.receipts()) {
            for (var iterator = waiting.iterator(); iterator.hasNext(); ) {
                ReceiptFile receipt = iterator.next();
                try (InputStream in = receipt.content().open()) {
                    texts.add(new ReceiptText(receipt, new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8)));
                }
            }
        } catch (IOException | UncheckedIOException away) {
            watch.failed(recipient, away);
        }
        return texts;
    }

    /// Moves a receipt out of the recipient's way once the queue has it.
    public void acknowledge(@Body ReceiptText receipt, @Header("recipient") String recipient) throws IOException {
        try (RecipientDoor door = doors.open(recipient)) {
            door.acknowledgeReceipt(receipt.file());
        }
    }
}
