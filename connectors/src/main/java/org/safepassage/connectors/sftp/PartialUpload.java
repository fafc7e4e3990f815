package org.safepassage.connectors.sftp;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.impl.SftpOutputStreamAsync;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.plumbing.ResumingStream;
import org.safepassage.schemas.Content;

/// The upload of one consignment to its partial file, which goes on where a broken connection left off and gives up
/// after a few tries in a row without progress. A partial file of an earlier run is overwritten: it may hold the bytes
/// of an earlier sealing. For one upload.
final class PartialUpload {
    private static final int TRIES = 5;
    private static final int BUFFER = 1 << 16;

    private final SftpInbox inbox;
    private final String part;
    private final Content content;
    /// Set when this run has opened the partial file: only from then on are the bytes in it this run's own.
    private boolean begun;

    PartialUpload(SftpInbox inbox, String fileName, Content content) {
        this.inbox = inbox;
        this.part = inbox.part(fileName);
        this.content = content;
    }

    /// Uploads all bytes; answers how many.
    long run() throws DoorProblem {
        SftpLine line = inbox.line();
        int tries = 0;
        long before = 0;
        while (true) {
            try {
                long from = begun ? inbox.size(part).orElse(0) : 0;
                tries = from > before ? 0 : tries;
                before = from;
                return upload(line.client(), from);
            } catch (IOException | RuntimeException broken) {
                DoorProblem problem = line.problem(broken);
                if (problem.kind() == Kind.GONE) {
                    throw new DoorProblem(Kind.NOT_FOUND, "there is no folder as folder says");
                }
                if (!problem.kind().passing()) {
                    throw problem;
                }
                line.drop();
                if (++tries > TRIES) {
                    throw problem;
                }
                ResumingStream.pause(tries);
            }
        }
    }

    private long upload(SftpClient sftp, long from) throws IOException {
        var modes =
                from == 0 ? EnumSet.of(OpenMode.Write, OpenMode.Create, OpenMode.Truncate) : EnumSet.of(OpenMode.Write);
        try (InputStream in = content.open();
                var out = sftp.write(part, BUFFER >> 1, modes)) {
            begun = true;
            in.skipNBytes(from);
            if (from > 0) {
                ((SftpOutputStreamAsync) out).setOffset(from);
            }
            byte[] bytes = new byte[BUFFER];
            long position = from;
            for (int count = ourBytes(in, bytes); count > 0; count = ourBytes(in, bytes)) {
                out.write(bytes, 0, count);
                position += count;
            }
            return position;
        }
    }

    private static int ourBytes(InputStream in, byte[] bytes) throws DoorProblem {
        try {
            return in.readNBytes(bytes, 0, bytes.length);
        } catch (IOException unreadable) {
            throw new DoorProblem(Kind.CUT, "the consignment cannot be read on this side", unreadable);
        }
    }
}
