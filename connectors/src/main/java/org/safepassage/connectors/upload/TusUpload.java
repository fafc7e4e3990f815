package org.safepassage.connectors.upload;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.http.Ask;
import org.safepassage.connectors.http.HttpAnswer;
import org.safepassage.connectors.http.HttpLine;
import org.safepassage.connectors.plumbing.ResumingStream;

/// Uploads by the tus protocol 1.0.0 with its creation extension (https://tus.io/protocols/resumable-upload): the file
/// is sent in pieces, and after a broken connection the server is asked how much it has. An upload belongs to one run:
/// what an earlier run left may be of an earlier sealing and expires at the server.
///
/// @param line to the server
/// @param path where uploads are created
/// @param pieceBytes most bytes of one request, for servers behind a limit
record TusUpload(HttpLine line, String path, long pieceBytes) implements Upload {
    private static final int TRIES = 5;
    private static final String VERSION = "1.0.0";

    @Override
    public void send(String fileName, Attempt attempt) throws DoorProblem {
        URI upload = create(fileName, attempt);
        long offset = 0;
        int tries = 0;
        while (offset < attempt.size() || attempt.size() == 0) {
            try {
                offset = piece(upload, offset, attempt);
                tries = 0;
                if (attempt.size() == 0) {
                    return;
                }
            } catch (DoorProblem broken) {
                if (broken.kind() == Kind.GONE) {
                    throw givenUp(broken);
                }
                if (!broken.kind().passing() || ++tries > TRIES) {
                    throw broken;
                }
                ResumingStream.pause(tries);
                long there = offset(upload, broken);
                tries = there > offset ? 0 : tries;
                offset = there;
            }
        }
    }

    private URI create(String fileName, Attempt attempt) throws DoorProblem {
        String name = Base64.getEncoder().encodeToString(fileName.getBytes(StandardCharsets.UTF_8));
        Ask ask = tus("POST", line.resolve(path))
                .header("Upload-Length", Long.toString(attempt.size()))
                .header("Upload-Metadata", "filename " + name);
        if (attempt.size() == 0) {
            attempt.lastStep();
        }
        try (HttpAnswer answer = line.send(ask, 201)) {
            String location = answer.header("Location");
            if (location.isEmpty()) {
                throw new DoorProblem(Kind.PEER_FAULT, "the server made an upload and does not say where");
            }
            return answer.address().resolve(location);
        } catch (IllegalArgumentException wrong) {
            throw new DoorProblem(Kind.PEER_FAULT, "the server made an upload at an address that is none");
        }
    }

    /// Sends the next piece; answers how much the server has then.
    private long piece(URI upload, long offset, Attempt attempt) throws DoorProblem {
        long length = Math.min(pieceBytes, attempt.size() - offset);
        if (length <= 0) {
            return offset;
        }
        Ask ask = tus("PATCH", upload)
                .header("Upload-Offset", Long.toString(offset))
                .header("Content-Type", "application/offset+octet-stream")
                .body(new Ask.Body(attempt.lastByteCounts(), offset, length));
        try (HttpAnswer answer = line.send(ask, 204, 409)) {
            if (answer.status() == 409) {
                throw new DoorProblem(Kind.CUT, "the server has another part of the file than was thought");
            }
            long now = number(answer.header("Upload-Offset"));
            if (now != offset + length) {
                throw new DoorProblem(Kind.PEER_FAULT, "the server did not keep all bytes that were sent");
            }
            return now;
        }
    }

    private long offset(URI upload, DoorProblem broken) throws DoorProblem {
        try (HttpAnswer answer = line.send(tus("HEAD", upload), 200, 204)) {
            return number(answer.header("Upload-Offset"));
        } catch (DoorProblem problem) {
            throw problem.kind() == Kind.GONE ? givenUp(broken) : problem;
        }
    }

    /// An upload that is gone was finished and put where it belongs, or given up by the server.
    private static DoorProblem givenUp(DoorProblem seen) {
        return new DoorProblem(Kind.CUT, "the server ended the upload after the connection broke", seen);
    }

    private static long number(String header) throws DoorProblem {
        if (!header.matches("[0-9]{1,18}")) {
            throw new DoorProblem(Kind.PEER_FAULT, "the server does not say how much of the file it has");
        }
        return Long.parseLong(header);
    }

    private static Ask tus(String method, URI address) {
        return Ask.of(method, address).header("Tus-Resumable", VERSION);
    }

    @Override
    public String test() throws DoorProblem {
        try (HttpAnswer answer = line.send(Ask.of("OPTIONS", line.resolve(path)), 200, 204)) {
            boolean fits = answer.header("Tus-Version").contains(VERSION)
                    && answer.header("Tus-Extension").contains("creation");
            if (!fits) {
                throw new DoorProblem(
                        Kind.CONFIGURATION, "the server at uploadPath does not speak tus 1.0.0 with creation");
            }
            return "the server speaks tus " + VERSION;
        }
    }
}
