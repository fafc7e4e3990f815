package org.safepassage.connectors.amqp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.safepassage.connectors.plumbing.BlockwiseStream;
import org.safepassage.connectors.plumbing.Fingerprint;

/// A message's body that is counted and digested while it is read.
///
/// For one thread.
final class PushedBody extends BlockwiseStream {
    private final InputStream body;
    private final MessageDigest digest = Fingerprint.sha256();
    private long size;

    PushedBody(InputStream body) {
        this.body = body;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = body.read(bytes, offset, length);
        if (count > 0) {
            size += count;
            digest.update(bytes, offset, count);
        }
        return count;
    }

    /// What the message is, once it is read to its end.
    PushedMessage toTheEnd(String id) throws IOException {
        transferTo(OutputStream.nullOutputStream());
        return new PushedMessage(id, size, HexFormat.of().formatHex(digest.digest()));
    }

    @Override
    public void close() {
        // The walk closes the message.
    }
}
