package org.safepassage.connectors.mail;

import java.io.IOException;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.plumbing.BlockwiseStream;
import org.safepassage.connectors.plumbing.ResumingStream;

/// A message's bytes in pieces; a piece that a cut line lost is asked for again. For one thread.
final class MailStream extends BlockwiseStream {
    private static final int PIECE = 256 << 10;
    private static final int TRIES = 5;

    private final MailLine line;
    private final Mail mail;
    private final long most;
    private long at;
    private byte[] held = {};
    private int used;
    private boolean ended;

    /// @param most bytes that a message may have, whatever the server says
    MailStream(MailLine line, Mail mail, long most) {
        this.line = line;
        this.mail = mail;
        this.most = most;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) return 0;
        if (used == held.length && !ended) next();
        if (used == held.length) return -1;
        int count = Math.min(length, held.length - used);
        System.arraycopy(held, used, bytes, offset, count);
        used += count;
        return count;
    }

    private void next() throws IOException {
        held = piece();
        used = 0;
        at += held.length;
        ended = held.length < PIECE;
        if (at > most) throw new DoorProblem(Kind.HOSTILE, "a message is larger than mostMegabytes allows");
    }

    private byte[] piece() throws DoorProblem {
        for (int attempt = 1; ; attempt++) {
            try {
                return line.piece(mail, at, PIECE);
            } catch (DoorProblem problem) {
                if (problem.kind() != Kind.CUT || attempt > TRIES) throw problem;
                ResumingStream.pause(attempt);
            }
        }
    }
}
