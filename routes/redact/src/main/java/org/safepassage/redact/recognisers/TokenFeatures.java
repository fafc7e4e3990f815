package org.safepassage.redact.recognisers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safepassage.redact.text.NormalText;
import org.safepassage.redact.text.Skeleton;
import org.safepassage.redact.text.Token;

/// What a tagger is told of each token of a text, as hashes: the word and its neighbours, their beginnings and endings
/// as written and as they sound, their case, what dictionaries know of them, the signs between them, and what the rest
/// of the text says of the same word. The same in training and in use. One text, one thread.
///
/// Endings as they sound are the same in Belarusian and Russian more often than not, so that a model of the one is of
/// use for the other.
final class TokenFeatures {
    private static final int LONGEST_EDGE = 5;
    private static final int LONGEST_SOUND_EDGE = 4;
    private static final int CAPITALISED_INSIDE = 1;
    private static final int SMALL = 2;
    private static final int BESIDE_GIVEN = 4;
    private static final int BESIDE_INITIAL = 8;
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
    private final WordKnowledge knowledge;
    private final Map<Integer, Integer> elsewhere = new HashMap<>();
    private final FeatureRow row = new FeatureRow();

    /// @param latin whether the dictionaries are asked for words in Latin letters too
    TokenFeatures(NormalText text, boolean latin) {
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
        this.knowledge = new WordKnowledge(text, latin);
        var soundStems = SoundStems.of(text);
        for (int i = 0; i < count; i++) {
            String lower = classes.word(i);
            words[i] = tokens.get(i).shape() == Token.Shape.NUMBER ? digits(lower) : Folding.of(lower);
            hashes[i] = words[i].hashCode();
            boolean letters = tokens.get(i).shape() != Token.Shape.NUMBER && lower.length() <= StemIndex.LONGEST_WORD;
            stems[i] = letters && lower.length() > 2 ? soundStems.at(i).hashCode() : hashes[i];
        }
        for (int i = 0; i <= count; i++) {
            gaps[i] = gap(i);
        }
        for (int i = 0; i < count; i++) {
            look(i);
        }
    }

    /// Whether a row of tokens ends before this one, so that labels behind it do not depend on those before it.
    boolean beginsRow(int i) {
        return i == 0
                || ((gaps[i] & (GapSigns.STOP | GapSigns.LINE)) != 0 && classes.is(i, WordClasses.STARTS_SENTENCE));
    }

    int[] at(int i) {
        return at(i, true);
    }

    /// The features of a token as if its word had never been seen, so that a tagger learns from what stands around it.
    int[] around(int i) {
        return at(i, false);
    }

    private int[] at(int i, boolean itself) {
        int shape = shape(i);
        int before = shape(i - 1);
        int behind = shape(i + 1);
        row.add(0, 0);
        if (itself) {
            row.add(1, word(i));
            row.add(10, FeatureRow.pair(word(i - 1), word(i)));
            row.add(11, FeatureRow.pair(word(i), word(i + 1)));
            row.add(16, stem(i));
        }
        row.add(2, word(i - 1));
        row.add(3, word(i + 1));
        row.add(4, word(i - 2));
        row.add(5, word(i + 2));
        row.add(6, shape);
        row.add(7, before);
        row.add(8, behind);
        row.add(9, before * 64 + shape * 8 + behind);
        row.add(12, FeatureRow.pair(word(i - 1), shape));
        row.add(13, FeatureRow.pair(shape, word(i + 1)));
        row.add(14, FeatureRow.pair(FeatureRow.pair(word(i - 2), word(i - 1)), shape));
        row.add(15, FeatureRow.pair(word(i - 1), word(i + 1)));
        row.add(17, FeatureRow.pair(stem(i - 1), shape));
        row.add(18, FeatureRow.pair(stem(i + 1), shape));
        edges(i, shape, itself ? LONGEST_EDGE : 3);
        signs(i, shape);
        dictionaries(i, shape);
        grammar(i, shape);
        document(i, shape);
        return row.take();
    }

    private void edges(int i, int shape, int longest) {
        String word = words[i];
        for (int n = 1; n <= longest && n <= word.length(); n++) {
            row.add(20 + n, FeatureRow.hash(word, 0, n));
            row.add(30 + n, FeatureRow.pair(FeatureRow.hash(word, word.length() - n, word.length()), shape));
        }
        String sound = sound(i);
        for (int n = 1; n <= LONGEST_SOUND_EDGE && n <= sound.length(); n++) {
            row.add(40 + n, FeatureRow.pair(FeatureRow.hash(sound, sound.length() - n, sound.length()), shape));
            row.add(45 + n, FeatureRow.hash(sound, 0, n));
        }
        row.add(50, FeatureRow.pair(ending(i - 1), shape));
        row.add(51, FeatureRow.pair(ending(i + 1), shape));
        row.add(52, Math.min(word.length(), 12) * 8 + shape);
    }

    /// Made when it is asked for: a recogniser skips most words.
    private String sound(int i) {
        String sound = sounds[i];
        if (sound == null) {
            String lower = classes.word(i);
            boolean letters = tokens.get(i).shape() != Token.Shape.NUMBER && lower.length() <= StemIndex.LONGEST_WORD;
            sound = letters ? Skeleton.of(lower) : "";
            sounds[i] = sound;
        }
        return sound;
    }

    private int ending(int i) {
        if (i < 0 || i >= words.length || words[i].length() < 3) {
            return NONE;
        }
        return FeatureRow.hash(words[i], words[i].length() - 3, words[i].length());
    }

    private void signs(int i, int shape) {
        row.add(60, FeatureRow.pair(gaps[i], shape));
        row.add(61, FeatureRow.pair(gaps[i + 1], shape));
        row.add(62, FeatureRow.pair(FeatureRow.pair(gaps[i], gaps[i + 1]), shape));
        row.add(63, FeatureRow.pair(gaps[i], word(i - 1)));
        row.add(64, FeatureRow.pair(gaps[i + 1], word(i + 1)));
        row.add(65, FeatureRow.pair(gaps[i], shape(i - 1) * 8 + shape));
    }

    private void dictionaries(int i, int shape) {
        int bits = knowledge.classes(i);
        int before = knowledge.classes(i - 1);
        int behind = knowledge.classes(i + 1);
        for (int bit = 1; bit <= WordClasses.PROPER; bit <<= 1) {
            if ((bits & bit) != 0) {
                row.add(70, bit * 8 + shape);
            }
            if ((before & bit) != 0) {
                row.add(71, bit * 8 + shape);
            }
            if ((behind & bit) != 0) {
                row.add(72, bit * 8 + shape);
            }
        }
        row.add(73, bits * 8 + shape);
        row.add(74, FeatureRow.pair(before, bits * 8 + shape));
        row.add(75, FeatureRow.pair(behind, bits * 8 + shape));
        row.add(76, FeatureRow.pair(FeatureRow.pair(before, behind), bits * 8 + shape));
    }

    private void grammar(int i, int shape) {
        row.add(90, FeatureRow.pair(knowledge.grammar(i), shape));
        row.add(91, FeatureRow.pair(knowledge.grammar(i - 1), shape));
        row.add(92, FeatureRow.pair(knowledge.grammar(i + 1), shape));
        row.add(93, FeatureRow.pair(knowledge.grammar(i - 2), shape));
        row.add(94, FeatureRow.pair(knowledge.grammar(i + 2), shape));
        row.add(95, FeatureRow.pair(FeatureRow.pair(knowledge.grammar(i - 1), knowledge.grammar(i)), shape));
        row.add(96, FeatureRow.pair(FeatureRow.pair(knowledge.grammar(i), knowledge.grammar(i + 1)), shape));
        row.add(97, FeatureRow.pair(FeatureRow.pair(knowledge.grammar(i - 1), knowledge.grammar(i + 1)), shape));
    }

    private void document(int i, int shape) {
        int seen = elsewhere.getOrDefault(stems[i], 0);
        int start = classes.is(i, WordClasses.STARTS_SENTENCE) ? 1 : 0;
        row.add(80, (seen & (CAPITALISED_INSIDE | SMALL)) * 16 + shape * 2 + start);
        row.add(81, (seen & (BESIDE_GIVEN | BESIDE_INITIAL)) * 8 + shape);
        row.add(82, seen * 8 + shape);
        row.add(83, code(sense.at(i)) * 4096 + knowledge.classes(i));
        row.add(84, code(sense.at(i)) * 8 + shape);
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

    private int word(int i) {
        return i < 0 || i >= hashes.length ? NONE : hashes[i];
    }

    private int stem(int i) {
        return i < 0 || i >= stems.length ? NONE : stems[i];
    }

    private int shape(int i) {
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

    private static int code(CaseSense.Kind kind) {
        return switch (kind) {
            case CAPITALS -> 0;
            case NONE -> 1;
            case SHOUTED -> 2;
        };
    }

    private int gap(int i) {
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
