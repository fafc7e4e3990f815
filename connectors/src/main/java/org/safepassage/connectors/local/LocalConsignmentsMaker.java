package org.safepassage.connectors.local;

import java.util.Optional;
import org.safepassage.connectors.Door;
import org.safepassage.connectors.DoorMaker;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Parameters;
import org.safepassage.connectors.folders.FolderReceipts;
import org.safepassage.connectors.folders.WirePaths;

/// Makes the doors of `sp-folder-consignments-sink`.
public final class LocalConsignmentsMaker implements DoorMaker {
    @Override
    public String kamelet() {
        return "sp-folder-consignments-sink";
    }

    @Override
    public Door open(Parameters parameters) throws DoorProblem {
        String folder = SharePresence.absolute(parameters, "folder");
        var presence = SharePresence.of(parameters, folder);
        return new LocalConsignments(
                presence,
                LocalPaths.path(folder),
                parameters.find("takenFolder").map(given -> LocalPaths.path(WirePaths.resolve(folder, given))),
                parameters.number("compareMegabytes", 0, 100_000) * 1_048_576L,
                receipts(parameters, folder, presence));
    }

    private static Optional<FolderReceipts> receipts(Parameters parameters, String folder, SharePresence presence)
            throws DoorProblem {
        if (parameters.find("receiptsFolder").isEmpty()) {
            return Optional.empty();
        }
        String receipts = WirePaths.resolve(folder, parameters.text("receiptsFolder"));
        String done = WirePaths.resolve(receipts, parameters.text("receiptsDoneFolder"));
        if (receipts.equals(folder) || done.equals(receipts)) {
            throw parameters.refused(
                    receipts.equals(folder) ? "receiptsFolder" : "receiptsDoneFolder", "must be a folder of its own");
        }
        return Optional.of(new FolderReceipts(new LocalFiles(receipts, presence), receipts, done));
    }
}
