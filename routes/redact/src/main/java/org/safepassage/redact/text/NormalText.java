package org.safepassage.redact.text;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// A text in normal form with the way back to the original. The normal form is NFC without invisible and
/// bidirectional characters, without stress accents, with one kind of apostrophe, hyphen, space and digit, with words
/// joined that were hyphenated at line ends or letter-spaced, and with look-alike letters of the other script folded
/// inside words. Case is kept. Immutable and safe to share between threads.
///
/// Offsets of the normal form are Java chars; offsets of the original are Unicode code points. Time and memory are
/// linear in the length of the original, whatever it holds.
public final class NormalText {
    private final String chars;
    private final String lower;
    private final int[] from;
    private final int[] to;
    private final int originalLength;
    private final List<Token> tokens;
    private final Map<Class<?>, Object> derived = new ConcurrentHashMap<>();

    NormalText(String chars, int[] from, int[] to, int originalLength) {
        this.chars = chars;
        this.from = from;
        this.to = to;
        this.originalLength = originalLength;
        this.lower = lowered(chars);
        this.tokens = Token.in(chars);
    }

    /// The normal form of `original`, which may hold anything, even lone surrogates.
    public static NormalText of(String original) {
        return new Normaliser(original).normalise();
    }

    /// The normal form, case kept.
    public String chars() {
        return chars;
    }

    /// The normal form in lower case, char for char.
    public String lower() {
        return lower;
    }

    /// Words and numbers in order.
    public List<Token> tokens() {
        return tokens;
    }

    /// What somebody makes of this text alone, made once and kept as long as the text: several recognisers ask for it,
    /// and some do so again for each round.
    ///
    /// @param type what it is; there is one of each
    public <T> T derived(Class<T> type, Function<NormalText, T> make) {
        Object made = derived.get(type);
        if (made == null) {
            // Not computed inside the map, since what is made may ask for another of its kind.
            made = make.apply(this);
            derived.putIfAbsent(type, made);
        }
        return type.cast(made);
    }

    /// Length of the original in code points.
    public int originalLength() {
        return originalLength;
    }

    /// Code point offset in the original of the first character behind normal offset `start`.
    public int originalStart(int start) {
        return from[start];
    }

    /// Code point offset in the original after the last character before normal offset `end`, which is above 0.
    public int originalEnd(int end) {
        return to[end - 1];
    }

    private static String lowered(String chars) {
        char[] result = chars.toCharArray();
        for (int i = 0; i < result.length; i++) {
            result[i] = Character.toLowerCase(result[i]);
        }
        return new String(result);
    }
}
