package org.safepassage.connectors.upload;

import java.util.List;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.ReceiptFile;

/// Where a recipient leaves receipts.
public interface Receipts {
    /// A recipient that leaves none here.
    Receipts NONE = new Receipts() {
        @Override
        public List<ReceiptFile> waiting() {
            return List.of();
        }

        @Override
        public void acknowledge(String name) {}
    };

    /// Most bytes a receipt may have.
    long LARGEST = 1 << 20;

    /// Those that wait, oldest first.
    List<ReceiptFile> waiting() throws DoorProblem;

    /// Takes a recorded one out of the way; harmless when repeated.
    void acknowledge(String name) throws DoorProblem;
}
