package org.safepassage.connectors.upload;

import java.time.InstantSource;
import org.safepassage.connectors.Door;
import org.safepassage.connectors.DoorMaker;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Parameters;
import org.safepassage.connectors.http.HttpLine;
import org.safepassage.connectors.http.HttpParameters;

/// Makes the doors of `sp-https-consignments-sink`.
public final class HttpsConsignmentsMaker implements DoorMaker {
    @Override
    public String kamelet() {
        return "sp-https-consignments-sink";
    }

    @Override
    public Door open(Parameters parameters) throws DoorProblem {
        for (String name : new String[] {"existingPath", "takenPath"}) {
            if (parameters.find(name).filter(path -> !path.contains("{name}")).isPresent()) {
                throw parameters.refused(name, "must contain {name}");
            }
        }
        var line = new HttpLine(
                HttpParameters.settings(parameters, HttpParameters.auth(parameters)), InstantSource.system());
        var folder = new RecipientFolder(
                line,
                parameters.text("existingPath"),
                parameters.text("takenPath"),
                (long) parameters.number("compareMegabytes", 0, 1_000_000) << 20);
        return new HttpConsignments(line, folder, upload(parameters, line), receipts(parameters, line));
    }

    private static Upload upload(Parameters parameters, HttpLine line) throws DoorProblem {
        String path = parameters.text("uploadPath");
        return switch (parameters.text("protocol")) {
            case "put" -> {
                if (!path.contains("{name}")) {
                    throw parameters.refused("uploadPath", "must contain {name} for protocol put");
                }
                yield new PlainUpload(line, "PUT", path);
            }
            case "post" -> new PlainUpload(line, "POST", path);
            default -> new TusUpload(line, path, (long) parameters.number("pieceMegabytes", 1, 1_000_000) << 20);
        };
    }

    private static Receipts receipts(Parameters parameters, HttpLine line) throws DoorProblem {
        if (parameters.find("receiptsPath").isEmpty()) {
            return Receipts.NONE;
        }
        String path = parameters.text("receiptPath");
        if (!path.contains("{name}")) {
            throw parameters.refused("receiptPath", "must contain {name}");
        }
        return new ListedReceipts(
                line,
                parameters.text("receiptsPath"),
                parameters.text("receiptNamesPointer"),
                path,
                parameters.text("receiptDoneMethod"),
                parameters.find("receiptDonePath").orElse(path));
    }
}
