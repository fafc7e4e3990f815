package org.safepassage.connectors.webdav;

import java.net.URI;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.safepassage.connectors.Door;
import org.safepassage.connectors.DoorMaker;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Parameters;
import org.safepassage.connectors.http.HttpAddress;
import org.safepassage.connectors.http.HttpLine;
import org.safepassage.connectors.http.HttpParameters;
import org.safepassage.connectors.upload.HttpConsignments;
import org.safepassage.connectors.upload.Receipts;
import org.safepassage.connectors.upload.RecipientFolder;

/// Makes the doors of `sp-webdav-consignments-sink`.
public final class DavConsignmentsMaker implements DoorMaker {
    @Override
    public String kamelet() {
        return "sp-webdav-consignments-sink";
    }

    @Override
    public Door open(Parameters parameters) throws DoorProblem {
        var line = new HttpLine(
                HttpParameters.settings(parameters, HttpParameters.auth(parameters)), InstantSource.system());
        String suffix = parameters.text("temporarySuffix");
        if (!suffix.matches("\\.[A-Za-z0-9._-]{1,40}")) {
            throw parameters.refused("temporarySuffix", "must be a dot and a plain word");
        }
        String taken =
                parameters.find("takenFolder").isPresent() ? folder(parameters, line, "takenFolder") + "{name}" : "";
        var there = new RecipientFolder(
                line, "{name}", taken, (long) parameters.number("compareMegabytes", 0, 1_000_000) << 20);
        return new HttpConsignments(
                line, there, new MoveIntoPlace(line, file(parameters, line), suffix), receipts(parameters, line));
    }

    private static TemporaryFile file(Parameters parameters, HttpLine line) throws DoorProblem {
        String way = parameters.text("upload");
        long piece = (long) parameters.number("pieceMegabytes", way.equals("nextcloud") ? 5 : 1, 4_768) << 20;
        return switch (way) {
            case "ranges" -> new PutFile(line, piece);
            case "nextcloud" -> {
                if (parameters.find("uploadsUrl").isEmpty()) {
                    throw parameters.refused("uploadsUrl", "is missing, which upload nextcloud needs");
                }
                URI uploads = HttpAddress.folder(parameters, "uploadsUrl");
                if (!uploads.getAuthority().equals(line.base().getAuthority())) {
                    throw parameters.refused("uploadsUrl", "must be on the server of url");
                }
                yield new NextcloudChunks(line, uploads, piece);
            }
            default -> new PutFile(line, 0);
        };
    }

    private static Receipts receipts(Parameters parameters, HttpLine line) throws DoorProblem {
        if (parameters.find("receiptsFolder").isEmpty()) {
            return Receipts.NONE;
        }
        URI folder = folder(parameters, line, "receiptsFolder");
        URI done = folder.resolve(written(parameters.text("receiptsDoneFolder")));
        return new DavReceipts(line, folder, done);
    }

    private static URI folder(Parameters parameters, HttpLine line, String name) throws DoorProblem {
        URI folder = line.resolve(written(parameters.text(name)));
        if (folder.getRawPath().contains("/../") || folder.equals(line.base())) {
            throw parameters.refused(name, "must be a folder of its own on the server");
        }
        return folder;
    }

    /// Folder names as they are written, each part encoded.
    private static String written(String folders) {
        return Arrays.stream(folders.split("/"))
                .filter(part -> !part.isEmpty())
                .map(part -> part.equals("..") ? part : DavFolder.encoded(part))
                .collect(Collectors.joining("/", "", "/"));
    }
}
