package org.safepassage.connectors.webdav;

import java.net.URI;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.http.Ask;
import org.safepassage.connectors.http.HttpLine;
import org.safepassage.connectors.plumbing.ResumingStream;
import org.safepassage.connectors.upload.Attempt;
import org.safepassage.connectors.upload.Upload;

/// Writes a file under a temporary name and moves it to its own when all of it is there; the move carries
/// `Overwrite: F` (RFC 4918, 10.6), so nothing is ever overwritten.
///
/// @param line to the server; its base is the folder for consignments
/// @param file writes the temporary file
/// @param suffix what the temporary name has more
record MoveIntoPlace(HttpLine line, TemporaryFile file, String suffix) implements Upload {
    private static final int TRIES = 5;

    @Override
    public void send(String fileName, Attempt attempt) throws DoorProblem {
        URI temporary = temporary(fileName);
        try {
            file.write(fileName, temporary, attempt);
        } catch (DoorProblem problem) {
            throw problem.kind() == Kind.GONE
                    ? new DoorProblem(Kind.NOT_FOUND, "there is no folder where url leads (status 404)")
                    : problem;
        }
        if (PutFile.size(line, temporary).orElse(-1) != attempt.size()) {
            throw new DoorProblem(Kind.PEER_FAULT, "the recipient's server did not keep all bytes that were sent");
        }
        attempt.lastStep();
        move(fileName, temporary);
    }

    /// Moves again as long as the temporary file is still there: then no earlier answer that was lost was a success.
    private void move(String fileName, URI temporary) throws DoorProblem {
        Ask ask = Ask.of("MOVE", temporary)
                .header("Destination", line.base().resolve(fileName).toString())
                .header("Overwrite", "F");
        for (int tries = 1; ; tries++) {
            try {
                line.status(ask, 201, 204);
                return;
            } catch (DoorProblem broken) {
                if (!broken.kind().passing() || broken.kind() == Kind.CHANGED || tries > TRIES) {
                    throw broken;
                }
                ResumingStream.pause(tries);
                if (!stillPending(fileName)) {
                    throw new DoorProblem(Kind.CUT, "the connection broke while the file was moved", broken);
                }
            }
        }
    }

    private URI temporary(String fileName) {
        return line.base().resolve(fileName + suffix);
    }

    @Override
    public boolean stillPending(String fileName) throws DoorProblem {
        return PutFile.size(line, temporary(fileName)).isPresent();
    }

    @Override
    public String test() throws DoorProblem {
        new DavFolder(line, line.base()).tryListing();
        return "the folder can be listed";
    }
}
