package org.safepassage.hub.pipeline.steps;

import org.safepassage.connectors.ReceiptFile;

/// A receipt as it lay at a recipient's door, on its way to the queue.
///
/// @param file to acknowledge it by
/// @param text its bytes as text, not yet believed
public record ReceiptText(ReceiptFile file, String text) {
    @Override
    public String toString() {
        return "ReceiptText[…]";
    }
}
