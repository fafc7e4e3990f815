package org.safepassage.connectors.webdav;

import java.net.URI;
import java.util.OptionalLong;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.http.Ask;
import org.safepassage.connectors.http.HttpAnswer;
import org.safepassage.connectors.http.HttpLine;
import org.safepassage.connectors.plumbing.ResumingStream;
import org.safepassage.connectors.upload.Attempt;

/// Writes by PUT: in one request, or in pieces with `Content-Range` (RFC 9110, 14.5) on a server that is known to take
/// parts, such as Apache's mod_dav. There a broken connection goes on with what the server has.
///
/// @param line to the server
/// @param pieceBytes most bytes of one request; 0 for the whole file at once
record PutFile(HttpLine line, long pieceBytes) implements TemporaryFile {
    private static final int TRIES = 5;

    @Override
    public void write(String fileName, URI temporary, Attempt attempt) throws DoorProblem {
        line.status(Ask.of("DELETE", temporary), 200, 204, 404, 410);
        if (pieceBytes == 0 || attempt.size() == 0) {
            line.status(put(temporary).body(new Ask.Body(attempt.content(), 0, attempt.size())), 200, 201, 204);
            return;
        }
        long offset = 0;
        int tries = 0;
        while (offset < attempt.size()) {
            try {
                offset += piece(temporary, offset, attempt);
                tries = 0;
            } catch (DoorProblem broken) {
                if (!broken.kind().passing() || ++tries > TRIES) {
                    throw broken;
                }
                ResumingStream.pause(tries);
                long there = Math.min(size(line, temporary).orElse(0), attempt.size());
                tries = there > offset ? 0 : tries;
                offset = there;
            }
        }
    }

    private long piece(URI temporary, long offset, Attempt attempt) throws DoorProblem {
        long length = Math.min(pieceBytes, attempt.size() - offset);
        Ask ask = put(temporary)
                .header("Content-Range", "bytes " + offset + "-" + (offset + length - 1) + "/" + attempt.size())
                .body(new Ask.Body(attempt.content(), offset, length));
        line.status(ask, 200, 201, 204);
        return length;
    }

    private static Ask put(URI address) {
        return Ask.of("PUT", address).header("Content-Type", "application/octet-stream");
    }

    /// Bytes of the file at an address; empty when there is none.
    static OptionalLong size(HttpLine line, URI address) throws DoorProblem {
        try (HttpAnswer answer = line.send(Ask.of("HEAD", address), 200, 204, 404, 410)) {
            if (answer.status() >= 400) {
                return OptionalLong.empty();
            }
            if (answer.length() < 0) {
                throw new DoorProblem(Kind.PEER_FAULT, "the server does not say how large a file is");
            }
            return OptionalLong.of(answer.length());
        }
    }
}
