package org.safepassage.extract;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.safepassage.extract.worker.Frames;
import org.safepassage.extract.worker.Request;
import org.safepassage.schemas.Content;

/// One document's way to its worker. It tells content that cannot be read from a worker that is gone: the first is
/// the caller's to hear of, the second shows where the answer is awaited. One thread sends; [#enough] may come from
/// another, and the rest is asked when the sender has ended.
final class Sending {
    private final DataOutputStream toWorker;
    private final Budget budget;
    private volatile boolean enough;
    private @Nullable IOException unreadable;

    Sending(DataOutputStream toWorker, Budget budget) {
        this.toWorker = toWorker;
        this.budget = budget;
    }

    /// Sends the document, to its end or until the worker has enough.
    ///
    /// @return false when the content could not be read; an unfinished document must not be taken for a whole one
    boolean send(Request request, Content content) {
        try {
            byte[] head = request.written();
            write(Frames.DOCUMENT, head, head.length);
            byte[] chunk = new byte[Frames.CHUNK];
            try (InputStream bytes = open(content)) {
                for (int length = read(bytes, chunk); length >= 0 && !enough; length = read(bytes, chunk)) {
                    write(Frames.BYTES, chunk, length);
                }
            }
            write(Frames.END, chunk, 0);
            toWorker.flush();
        } catch (IOException gone) {
            return unreadable == null;
        }
        return true;
    }

    /// The worker needs nothing more.
    void enough() {
        enough = true;
    }

    boolean isUnreadable() {
        return unreadable != null;
    }

    /// @throws IOException when the content could not be read
    void rethrow() throws IOException {
        if (unreadable != null) {
            throw unreadable;
        }
    }

    private InputStream open(Content content) throws IOException {
        try {
            return content.open();
        } catch (IOException failed) {
            unreadable = failed;
            throw failed;
        }
    }

    private int read(InputStream bytes, byte[] chunk) throws IOException {
        try {
            return bytes.read(chunk);
        } catch (IOException failed) {
            unreadable = failed;
            throw failed;
        }
    }

    private void write(byte type, byte[] payload, int length) throws IOException {
        Frames.write(toWorker, type, payload, length);
        if (length < Frames.CHUNK) {
            toWorker.flush();
        }
        budget.moved(length);
    }
}
