package org.safepassage.redact.recognisers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safepassage.redact.text.NormalText;
import org.safepassage.redact.text.Skeleton;
import org.safepassage.redact.text.Token;

/// What the taggers' features are made of: each token's word and stem as hashes, its case, the signs beside it, and
/// what the rest of the text says of the same word. Made once a text, for all taggers; one thread at a time.
final class TokenFacts {
    static final int CAPITALISED_INSIDE = 1;
    static final int SMALL = 2;
    static final int BESIDE_GIVEN = 4;
    static final int BESIDE_INITIAL = 8;
    private static final int NONE = -1;

    private final NormalText text;
    private final List<Token> tokens;
    private final WordClasses classes;
    private final CaseSense sense;
    private final String[] words;
    private final int[] hashes;
    private final int[] stems;
    private final @Nullable String[] sounds;
    private final int[] gaps;
    private final Map<Integer, Integer> elsewhere = new HashMap<>();

    private TokenFacts(NormalText text) {
        this.text = text;
        this.tokens = text.tokens();
        this.classes = WordClasses.of(text);
        this.sense = CaseSense.of(text);
        int count = tokens.size();
        this.words = new String[count];
        this.hashes = new int[count];
        this.stems = new int[count];
        this.sounds = new String[count];
        this.gaps = new int[count + 1];
        var soundStems = SoundStems.of(text);
        for (int i = 0; i < count; i++) {
            String lower = classes.word(i);
            words[i] = tokens.get(i).shape() == Token.Shape.NUMBER ? digits(lower) : Folding.of(lower);
            hashes[i] = words[i].hashCode();
            boolean letters = tokens.get(i).shape() != Token.Shape.NUMBER && lower.length() <= StemIndex.LONGEST_WORD;
            stems[i] = letters && lower.length() > 2 ? soundStems.at(i).hashCode() : hashes[i];
        }
        for (int i = 0; i <= count; i++) {
            gaps[i] = signs(i);
        }
        for (int i = 0; i < count; i++) {
            look(i);
        }
    }

    static TokenFacts of(NormalText text) {
        return text.derived(TokenFacts.class, TokenFacts::new);
    }

    /// See [TokenFeatures#beginsRow].
    boolean beginsRow(int i) {
        return i == 0
                || ((gaps[i] & (GapSigns.STOP | GapSigns.LINE)) != 0 && classes.is(i, WordClasses.STARTS_SENTENCE));
    }

    /// The word in folded spelling, of a number its length.
    String written(int i) {
        return words[i];
    }

    int word(int i) {
        return i < 0 || i >= hashes.length ? NONE : hashes[i];
    }

    int stem(int i) {
        return i < 0 || i >= stems.length ? NONE : stems[i];
    }

    int shape(int i) {
        if (i < 0 || i >= tokens.size()) {
            return 7;
        }
        return switch (tokens.get(i).shape()) {
            case LOWER -> 0;
            case CAPITALISED -> 1;
            case UPPER -> 2;
            case INITIAL -> 3;
            case NUMBER -> 4;
        };
    }

    int ending(int i) {
        if (i < 0 || i >= words.length || words[i].length() < 3) {
            return NONE;
        }
        return FeatureRow.hash(words[i], words[i].length() - 3, words[i].length());
    }

    /// The signs before a token, see [GapSigns].
    int gap(int i) {
        return gaps[i];
    }

    /// What other places of the text say of its word: the bits above.
    int seen(int i) {
        return elsewhere.getOrDefault(stems[i], 0);
    }

    boolean startsSentence(int i) {
        return classes.is(i, WordClasses.STARTS_SENTENCE);
    }

    CaseSense.Kind sense(int i) {
        return sense.at(i);
    }

    /// Made when it is asked for: a recogniser skips most words.
    String sound(int i) {
        String sound = sounds[i];
        if (sound == null) {
            String lower = classes.word(i);
            boolean letters = tokens.get(i).shape() != Token.Shape.NUMBER && lower.length() <= StemIndex.LONGEST_WORD;
            sound = letters ? Skeleton.of(lower) : "";
            sounds[i] = sound;
        }
        return sound;
    }

    /// Remembers what this place says of its word for its other places.
    private void look(int i) {
        Token token = tokens.get(i);
        if (token.length() < 3 || token.shape() == Token.Shape.NUMBER) {
            return;
        }
        int seen = 0;
        if (token.raised() && sense.at(i) == CaseSense.Kind.CAPITALS) {
            seen |= classes.is(i, WordClasses.STARTS_SENTENCE) ? 0 : CAPITALISED_INSIDE;
            seen |= classes.is(i - 1, WordClasses.GIVEN)
                            || classes.is(i + 1, WordClasses.GIVEN | WordClasses.PATRONYMIC)
                    ? BESIDE_GIVEN
                    : 0;
            seen |= classes.is(i - 1, WordClasses.INITIAL) || classes.is(i + 1, WordClasses.INITIAL)
                    ? BESIDE_INITIAL
                    : 0;
        } else if (token.shape() == Token.Shape.LOWER) {
            seen = SMALL;
        }
        elsewhere.merge(stems[i], seen, (a, b) -> a | b);
    }

    private int signs(int i) {
        int from = i == 0 ? 0 : tokens.get(i - 1).end();
        int to = i == tokens.size() ? text.chars().length() : tokens.get(i).start();
        return GapSigns.of(text.chars(), from, to);
    }

    /// A number by its length: which one it is says nothing.
    private static String digits(String word) {
        var digits = new StringBuilder(word.length());
        for (int i = 0; i < Math.min(word.length(), 12); i++) {
            digits.append(Character.isDigit(word.charAt(i)) ? '0' : word.charAt(i));
        }
        return digits.toString();
    }
}
