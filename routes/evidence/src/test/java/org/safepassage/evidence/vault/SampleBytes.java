package org.safepassage.evidence.vault;

import java.io.InputStream;
import java.util.HexFormat;
import java.util.Random;

/// Bytes of any length that depend on a seed alone and never stand in memory at once.
final class SampleBytes extends InputStream {
    private final Random random;
    private long left;

    SampleBytes(long seed, long size) {
        this.random = new Random(seed);
        this.left = size;
    }

    static String sha256(long seed, long size) {
        var digest = Digests.sha256();
        byte[] buffer = new byte[8192];
        SampleBytes bytes = new SampleBytes(seed, size);
        for (int n = bytes.read(buffer, 0, buffer.length); n >= 0; n = bytes.read(buffer, 0, buffer.length)) {
            digest.update(buffer, 0, n);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public int read() {
        if (left == 0) {
            return -1;
        }
        left--;
        return random.nextInt() & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
        if (left == 0) {
            return -1;
        }
        // One random byte in sixteen: enough to tell contents apart, and fast.
        int n = (int) Math.min(length, left);
        for (int i = 0; i < n; i++) {
            bytes[from + i] = (byte) ((left - i) % 16 == 0 ? random.nextInt() : left - i);
        }
        left -= n;
        return n;
    }
}
