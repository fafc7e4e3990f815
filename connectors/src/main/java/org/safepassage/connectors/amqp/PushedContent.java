package org.safepassage.connectors.amqp;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.safepassage.connectors.Decryption;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.plumbing.BlockwiseStream;

/// The plain content of one message of the queue, read from its begin by a walk of its own. The end is reported only
/// when the message was the one that was listed, and when nobody changed what was encrypted.
///
/// For one thread.
final class PushedContent extends BlockwiseStream {
    private final QueueWalk walk;
    private final PushedBody body;
    private final InputStream plain;
    private final MessageSections message;
    private final String id;
    private final String fingerprint;
    private final long most;
    private long given;

    /// @param most plain bytes that it may have
    private PushedContent(
            QueueWalk walk, MessageSections message, Optional<Decryption> decryption, Wanted wanted, long most)
            throws IOException {
        this.walk = walk;
        this.message = message;
        this.id = wanted.id();
        this.fingerprint = wanted.fingerprint();
        this.most = most;
        this.body = new PushedBody(message);
        this.plain = decryption.isPresent() ? decryption.get().open(body) : body;
    }

    /// Which message: the nth, from 0, of this id.
    record Wanted(String id, String fingerprint, int nth) {}

    /// Finds the message and opens it.
    ///
    /// @param decryption when it must be encrypted to the hub
    /// @throws DoorProblem of kind GONE when it is not in the queue
    static PushedContent open(AmqpLine line, String queue, Wanted wanted, Optional<Decryption> decryption, long most)
            throws IOException {
        QueueWalk walk = QueueWalk.browsing(line, queue, PushedMessage.selector(wanted.id()));
        try {
            for (int number = 0; ; number++) {
                MessageSections message = walk.next()
                        .orElseThrow(() -> new DoorProblem(Kind.GONE, "a message is not in the queue any more"));
                if (number == wanted.nth()) {
                    return new PushedContent(walk, message, decryption, wanted, most);
                }
            }
        } catch (IOException | RuntimeException failed) {
            walk.close();
            throw failed;
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = plain.read(bytes, offset, length);
        if (count > 0) {
            given += count;
            if (given > most) {
                throw new DoorProblem(Kind.HOSTILE, "a message is larger than mostMegabytes allows");
            }
            return count;
        }
        if (count < 0) {
            checkEnd();
        }
        return count;
    }

    private void checkEnd() throws IOException {
        boolean same = body.toTheEnd(id).fingerprint().equals(fingerprint);
        if (!message.trouble().isEmpty()) {
            throw new DoorProblem(Kind.HOSTILE, message.trouble());
        }
        if (!same) {
            throw new DoorProblem(Kind.CHANGED, "a message was replaced by another of the same id");
        }
    }

    @Override
    public void close() {
        walk.close();
    }
}
