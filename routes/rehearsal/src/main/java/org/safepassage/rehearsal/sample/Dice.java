package org.safepassage.rehearsal.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// The only source of chance in the sample: the same seed and the same calls give the same answers on every machine.
/// Not for several threads; [#fork] gives an independent one.
public final class Dice {
    private final SplittableRandom random;

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    /// Dice for one purpose of one seed. Two purposes with different numbers do not follow each other's throws, so a
    /// change in one case leaves its neighbours as they were.
    public static Dice of(long seed, long purpose) {
        return new Dice(new SplittableRandom(seed * 0x9E3779B97F4A7C15L ^ (purpose + 1) * 0xC2B2AE3D27D4EB4FL));
    }

    /// Independent dice whose throws depend only on this one's state now.
    public Dice fork() {
        return new Dice(random.split());
    }

    /// A whole number from 0 up to but without `bound`.
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /// A whole number between the two, both included.
    public int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /// True in about `percent` of a hundred throws.
    public boolean percent(int percent) {
        return random.nextInt(100) < percent;
    }

    /// One element, each as likely as the others.
    public <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /// The same elements in another order.
    public <T> List<T> shuffled(List<T> from) {
        var copy = new ArrayList<>(from);
        for (int i = copy.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            T kept = copy.get(i);
            copy.set(i, copy.get(j));
            copy.set(j, kept);
        }
        return copy;
    }

    /// `count` decimal digits.
    public String digits(int count) {
        var digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    /// `count` letters out of `alphabet`.
    public String letters(int count, String alphabet) {
        var letters = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            letters.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return letters.toString();
    }

    /// Bytes without any pattern.
    public byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
