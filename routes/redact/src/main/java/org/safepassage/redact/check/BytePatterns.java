package org.safepassage.redact.check;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/// Searches bytes for many patterns at once: a hash of the next few bytes leads to the patterns that begin so.
/// Memory is that of the patterns. Immutable and safe to share.
final class BytePatterns {
    private static final int SLOTS = 1 << 16;

    /// Is told of each find.
    @FunctionalInterface
    interface Visitor {
        void found(int pattern, int start);
    }

    private final List<byte[]> patterns;
    private final int key;
    private final BitSet used = new BitSet(SLOTS);
    private final int[] heads = new int[SLOTS];
    private final int[] next;

    /// @param patterns none shorter than `key`
    /// @param key how many bytes are hashed
    BytePatterns(Collection<byte[]> patterns, int key) {
        this.patterns = List.copyOf(patterns);
        this.key = key;
        this.next = new int[this.patterns.size()];
        Arrays.fill(heads, -1);
        for (int i = 0; i < next.length; i++) {
            int slot = slot(this.patterns.get(i), 0);
            next[i] = heads[slot];
            heads[slot] = i;
            used.set(slot);
        }
    }

    void search(byte[] bytes, int length, Visitor visitor) {
        if (next.length == 0) {
            return;
        }
        for (int at = 0; at + key <= length; at++) {
            int slot = slot(bytes, at);
            if (used.get(slot)) {
                for (int i = heads[slot]; i >= 0; i = next[i]) {
                    if (stands(patterns.get(i), bytes, at, length)) {
                        visitor.found(i, at);
                    }
                }
            }
        }
    }

    int length(int pattern) {
        return patterns.get(pattern).length;
    }

    private static boolean stands(byte[] pattern, byte[] bytes, int at, int length) {
        return at + pattern.length <= length
                && Arrays.equals(pattern, 0, pattern.length, bytes, at, at + pattern.length);
    }

    private int slot(byte[] bytes, int at) {
        int hash = 0;
        for (int i = 0; i < key; i++) {
            hash = (hash * 0x01000193) ^ (bytes[at + i] & 0xff);
        }
        hash *= 0x9E3779B1;
        return hash >>> 16;
    }
}
