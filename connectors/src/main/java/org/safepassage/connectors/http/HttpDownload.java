package org.safepassage.connectors.http;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.plumbing.BlockwiseStream;
import org.safepassage.connectors.plumbing.Fingerprint;
import org.safepassage.connectors.plumbing.ResumingStream;

/// A file behind an address, read once to its end however large it is and however often the connection breaks. It goes
/// on at the same byte (RFC 9110, 14) as long as the server says that it is the same file: by `If-Match` with a strong
/// ETag, by `If-Unmodified-Since` otherwise. A server that says neither is read from the start again, and what comes
/// must be what came before. A body without `Content-Length` cannot be told to be whole after a cut and is not resumed.
///
/// For one thread.
public final class HttpDownload extends BlockwiseStream {
    private final HttpLine line;
    private final Ask ask;
    private final long most;
    private final String tag;
    private final String modified;
    private final long size;
    private final InputStream bytes;
    private final MessageDigest given = Fingerprint.sha256();
    private @Nullable HttpAnswer first;
    private long position;

    private HttpDownload(HttpLine line, Ask ask, HttpAnswer first, long most) {
        this.line = line;
        this.ask = ask;
        this.most = most;
        this.first = first;
        this.tag = first.header("ETag");
        this.modified = first.header("Last-Modified");
        this.size = first.length();
        this.bytes = size >= 0 ? new ResumingStream(this::at, size) : first.body();
    }

    /// Asks for the file; its head is known on return.
    ///
    /// @param ask a GET
    /// @param most bytes the file may have
    /// @throws DoorProblem of kind GONE when there is no such file, HOSTILE when it is larger than `most`
    public static HttpDownload open(HttpLine line, Ask ask, long most) throws DoorProblem {
        HttpAnswer first = line.send(ask, 200);
        try {
            encoded(first);
            if (first.length() > most) {
                throw tooLarge();
            }
            return new HttpDownload(line, ask, first, most);
        } catch (DoorProblem refused) {
            first.close();
            throw refused;
        }
    }

    /// Bytes, or -1 when the server does not say.
    public long size() {
        return size;
    }

    /// The ETag, or empty.
    public String tag() {
        return tag;
    }

    private InputStream at(long offset) throws IOException {
        HttpAnswer fresh = first;
        if (fresh != null) {
            first = null;
            return fresh.body();
        }
        boolean strong = !tag.isEmpty() && !tag.startsWith("W/");
        Ask again = ask;
        boolean ranged = offset > 0 && (strong || !modified.isEmpty());
        if (ranged) {
            again = again.header("Range", "bytes=" + offset + "-")
                    .header(strong ? "If-Match" : "If-Unmodified-Since", strong ? tag : modified);
        }
        HttpAnswer answer = line.send(again, 200, 206);
        try {
            return follow(answer, offset, ranged);
        } catch (IOException refused) {
            answer.close();
            throw refused;
        }
    }

    private InputStream follow(HttpAnswer answer, long offset, boolean ranged) throws IOException {
        encoded(answer);
        boolean part = answer.status() == 206;
        long total = part ? total(answer.header("Content-Range"), offset) : answer.length();
        boolean same = total == size
                && answer.header("ETag").equals(tag)
                && (!tag.isEmpty() || answer.header("Last-Modified").equals(modified));
        if (!same || (part && !ranged)) {
            throw new DoorProblem(Kind.CHANGED, "a file changed while it was read");
        }
        InputStream in = answer.body();
        if (!part) {
            skipTheSame(in, offset);
        }
        return in;
    }

    /// The whole size that a `Content-Range` tells, or -1 when it starts elsewhere.
    private static long total(String range, long offset) {
        String start = "bytes " + offset + "-";
        String total = range.substring(range.lastIndexOf('/') + 1);
        return range.startsWith(start) && total.matches("[0-9]{1,18}") ? Long.parseLong(total) : -1;
    }

    private void skipTheSame(InputStream in, long offset) throws IOException {
        MessageDigest again = Fingerprint.sha256();
        byte[] block = new byte[1 << 13];
        for (long left = offset; left > 0; ) {
            int count = in.readNBytes(block, 0, (int) Math.min(left, block.length));
            if (count == 0) {
                throw new DoorProblem(Kind.CHANGED, "a file became shorter while it was read");
            }
            again.update(block, 0, count);
            left -= count;
        }
        if (!MessageDigest.isEqual(again.digest(), soFar())) {
            throw new DoorProblem(Kind.CHANGED, "a file changed while it was read");
        }
    }

    private byte[] soFar() {
        try {
            return ((MessageDigest) given.clone()).digest();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("the platform's SHA-256 can be cloned", impossible);
        }
    }

    private static void encoded(HttpAnswer answer) throws DoorProblem {
        String encoding = answer.header("Content-Encoding");
        if (!encoding.isEmpty() && !encoding.equalsIgnoreCase("identity")) {
            throw new DoorProblem(Kind.PEER_FAULT, "the server packs a file that was asked for as it is");
        }
    }

    private static DoorProblem tooLarge() {
        return new DoorProblem(Kind.HOSTILE, "a file is larger than the door's limit allows");
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        int count = bytes.read(target, offset, length);
        if (count > 0) {
            given.update(target, offset, count);
            position += count;
        }
        if (position > most) {
            throw tooLarge();
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        HttpAnswer unread = first;
        if (unread != null) {
            unread.close();
        }
        bytes.close();
    }
}
