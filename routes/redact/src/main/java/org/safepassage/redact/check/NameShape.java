package org.safepassage.redact.check;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.safepassage.redact.check.SoughtNames.Kind;

/// How a declined name lies in a row of sounds: as one word or letter by letter, with the endings that names take.
/// Stateless.
final class NameShape {
    /// Sounds of the longest ending.
    static final int LONGEST_ENDING = 4;

    private static final Pattern ENDING = Pattern.compile("a?(?:[hmv]a?)?");
    /// Given names take no `-ого`, so that `дарогу` is nobody's.
    private static final Pattern GIVEN_ENDING = Pattern.compile("a?(?:[mv]a?)?");

    private NameShape() {}

    static boolean isOneWord(SoundStream stream, int from, int length) {
        return isWhole(stream, from, length) || isSpaced(stream, from, length);
    }

    /// Whether no word begins among these sounds.
    static boolean isWhole(SoundStream stream, int from, int length) {
        return IntStream.range(from + 1, from + length).allMatch(i -> stream.start(i) < 2);
    }

    /// Whether each of these sounds stands by itself, as in letter-spaced print.
    static boolean isSpaced(SoundStream stream, int from, int length) {
        return IntStream.rangeClosed(from + 1, from + length).allMatch(i -> stream.start(i) > 0);
    }

    /// Whether these sounds are an ending, or none.
    static boolean isEnding(SoundStream stream, int from, int to, Kind kind) {
        var ending = new StringBuilder();
        for (int i = from; i < to; i++) {
            ending.append((char) stream.flat()[i]);
        }
        Pattern endings = kind == Kind.GIVEN ? GIVEN_ENDING : ENDING;
        return to - from <= LONGEST_ENDING && endings.matcher(ending).matches();
    }

    /// Whether the word ends here or after a declined name's ending.
    static boolean isNameEnd(SoundStream stream, int from, Kind kind) {
        return isEnding(stream, from, stream.wordEnd(from, LONGEST_ENDING + 1), kind);
    }
}
