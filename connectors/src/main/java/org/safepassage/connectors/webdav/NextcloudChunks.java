package org.safepassage.connectors.webdav;

import java.net.URI;
import java.util.Locale;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.http.Ask;
import org.safepassage.connectors.http.HttpLine;
import org.safepassage.connectors.plumbing.ResumingStream;
import org.safepassage.connectors.upload.Attempt;

/// Writes by Nextcloud's chunked upload v2, as its developer manual describes it: a folder for the upload, numbered
/// pieces in it, and a MOVE of `.file` that puts them together. A broken connection sends the piece again that it
/// broke.
///
/// @param line to the server
/// @param uploads address of the account's upload folders, ending in `/`
/// @param pieceBytes of one piece; Nextcloud wants 5 MB to 5 GB and at most 10,000 pieces
record NextcloudChunks(HttpLine line, URI uploads, long pieceBytes) implements TemporaryFile {
    private static final int TRIES = 5;
    private static final int MOST_PIECES = 10_000;

    @Override
    public void write(String fileName, URI temporary, Attempt attempt) throws DoorProblem {
        long piece = Math.max(pieceBytes, Math.ceilDiv(attempt.size(), (long) MOST_PIECES));
        URI folder = uploads.resolve("safe-passage-" + fileName + "/");
        line.status(Ask.of("DELETE", folder), 200, 204, 404, 410);
        line.status(named(Ask.of("MKCOL", folder), temporary), 201);
        int number = 1;
        for (long offset = 0; offset < attempt.size() || number == 1; offset += piece) {
            long length = Math.min(piece, attempt.size() - offset);
            put(folder.resolve(String.format(Locale.ROOT, "%05d", number++)), temporary, attempt, offset, length);
        }
        assemble(folder, temporary, attempt);
    }

    private void put(URI address, URI temporary, Attempt attempt, long offset, long length) throws DoorProblem {
        Ask ask = named(Ask.of("PUT", address), temporary)
                .header("OC-Total-Length", Long.toString(attempt.size()))
                .body(new Ask.Body(attempt.content(), offset, length));
        for (int tries = 1; ; tries++) {
            try {
                line.status(ask, 200, 201, 204);
                return;
            } catch (DoorProblem broken) {
                if (broken.kind() == Kind.GONE) {
                    throw new DoorProblem(Kind.CUT, "the server gave the upload up", broken);
                }
                if (!broken.kind().passing() || tries > TRIES) {
                    throw broken;
                }
                ResumingStream.pause(tries);
            }
        }
    }

    /// Putting together may take the server longer than a proxy waits: what stands there afterwards counts.
    private void assemble(URI folder, URI temporary, Attempt attempt) throws DoorProblem {
        Ask ask = named(Ask.of("MOVE", folder.resolve(".file")), temporary)
                .header("OC-Total-Length", Long.toString(attempt.size()));
        try {
            line.status(ask, 201, 204);
        } catch (DoorProblem broken) {
            if (!broken.kind().passing()) {
                throw broken;
            }
            for (int look = 1; PutFile.size(line, temporary).orElse(-1) != attempt.size(); look++) {
                if (look > TRIES) {
                    throw broken;
                }
                ResumingStream.pause(look + 2);
            }
        }
    }

    private static Ask named(Ask ask, URI temporary) {
        return ask.header("Destination", temporary.toString());
    }
}
