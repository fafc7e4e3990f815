package org.safepassage.connectors.sftp;

import java.util.Optional;
import org.safepassage.connectors.Door;
import org.safepassage.connectors.DoorMaker;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Parameters;
import org.safepassage.connectors.folders.FolderReceipts;
import org.safepassage.connectors.folders.WirePaths;

/// Makes the doors of `sp-sftp-consignments-sink`.
public final class SftpConsignmentsMaker implements DoorMaker {
    @Override
    public String kamelet() {
        return "sp-sftp-consignments-sink";
    }

    @Override
    public Door open(Parameters parameters) throws DoorProblem {
        String folder = WirePaths.folder(parameters, "folder");
        String receipts = within(folder, parameters, "receiptsFolder");
        var line = new SftpLine(SftpLogin.of(parameters));
        return new SftpConsignments(
                new SftpInbox(line, folder, within(folder, parameters, "takenFolder")),
                parameters.number("compareMegabytes", 0, 100_000) * 1_048_576L,
                receipts.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new FolderReceipts(
                                new SftpFiles(line),
                                receipts,
                                WirePaths.resolve(receipts, parameters.text("receiptsDoneFolder")))));
    }

    private static String within(String base, Parameters parameters, String name) {
        return parameters
                .find(name)
                .map(given -> WirePaths.resolve(base, given))
                .orElse("");
    }
}
