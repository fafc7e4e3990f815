package org.safepassage.extract.worker;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// What a worker sends to the hub. Thread-safe; a hub that is gone ends the worker, since nobody waits for it.
final class Outbox {
    private static final byte[] NOTHING = new byte[0];

    private final DataOutputStream pipe;

    Outbox(DataOutputStream pipe) {
        this.pipe = pipe;
    }

    void ready() {
        send(Frames.READY, NOTHING);
    }

    void mediaType(String mediaType) {
        send(Frames.TYPE, mediaType.getBytes(StandardCharsets.UTF_8));
    }

    void enough() {
        send(Frames.ENOUGH, NOTHING);
    }

    void page() {
        send(Frames.PAGE, NOTHING);
    }

    void embedded(Node node) {
        send(Frames.EMBEDDED, node.written());
    }

    void done(Node node, boolean retire) {
        send(retire ? Frames.DONE_RETIRE : Frames.DONE, node.written());
    }

    private synchronized void send(byte type, byte[] payload) {
        try {
            Frames.write(pipe, type, payload, payload.length);
            pipe.flush();
        } catch (IOException gone) {
            Runtime.getRuntime().halt(0);
            throw new UncheckedIOException(gone);
        }
    }
}
