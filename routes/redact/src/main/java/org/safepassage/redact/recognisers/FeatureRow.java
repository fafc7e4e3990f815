package org.safepassage.redact.recognisers;

import java.util.Arrays;

/// Gathers the features of one token as hashes of their kind and value. One thread.
final class FeatureRow {
    private int[] features = new int[128];
    private int size;

    void add(int kind, int value) {
        if (size == features.length) {
            features = Arrays.copyOf(features, size * 2);
        }
        int hash = (value + kind * 0x9E3779B9) * 0x85EBCA6B;
        hash ^= hash >>> 15;
        hash *= 0xC2B2AE35;
        features[size++] = hash ^ (hash >>> 16);
    }

    /// What was added since the last time.
    int[] take() {
        int[] taken = Arrays.copyOf(features, size);
        size = 0;
        return taken;
    }

    /// Two values as one; the order counts.
    static int pair(int a, int b) {
        return a * 0x01000193 ^ (b + 0x7F4A7C15 + (a << 6) + (a >>> 2));
    }

    /// A stretch of a word.
    static int hash(String word, int from, int to) {
        int hash = 17;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + word.charAt(i);
        }
        return hash;
    }
}
