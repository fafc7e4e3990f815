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
/// of
/// the text says of the same word. The same in training and in use. One text, one thread.
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
    private static final int UNKNOWN = -2;

    private final NormalText text;
    private final List<Token> tokens;
    private final WordClasses classes;
    private final CaseSense sense;
    private final String[] words;
    private final int[] hashes;
    private final int[] stems;
    private final @Nullable String[] sounds;
    private final int[] gaps;
    private final int[] grammar;
    private final Map<Integer, Integer> elsewhere = new HashMap<>();
    private int[] features = new int[128];
    private int size;

    TokenFeatures(NormalText text) {
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
        this.grammar = new int[count];
        var soundStems = SoundStems.of(text);
        for (int i = 0; i < count; i++) {
            String lower = classes.word(i);
            words[i] = tokens.get(i).shape() == Token.Shape.NUMBER ? digits(lower) : Folding.of(lower);
            hashes[i] = words[i].hashCode();
            boolean letters = tokens.get(i).shape() != Token.Shape.NUMBER && lower.length() <= StemIndex.LONGEST_WORD;
            stems[i] = letters && lower.length() > 2 ? soundStems.at(i).hashCode() : hashes[i];
            grammar[i] = letters ? UNKNOWN : 0;
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
        return i == 0 || ((gaps[i] & (Gap.STOP | Gap.LINE)) != 0 && classes.is(i, WordClasses.STARTS_SENTENCE));
    }

    int[] at(int i) {
        return at(i, true);
    }

    /// The features of a token as if its word had never been seen, so that a tagger learns from what stands around it.
    int[] around(int i) {
        return at(i, false);
    }

    private int[] at(int i, boolean itself) {
        size = 0;
        int shape = shape(i);
        int before = shape(i - 1);
        int behind = shape(i + 1);
        add(0, 0);
        if (itself) {
            add(1, word(i));
            add(10, pair(word(i - 1), word(i)));
            add(11, pair(word(i), word(i + 1)));
            add(16, stem(i));
        }
        add(2, word(i - 1));
        add(3, word(i + 1));
        add(4, word(i - 2));
        add(5, word(i + 2));
        add(6, shape);
        add(7, before);
        add(8, behind);
        add(9, before * 64 + shape * 8 + behind);
        add(12, pair(word(i - 1), shape));
        add(13, pair(shape, word(i + 1)));
        add(14, pair(pair(word(i - 2), word(i - 1)), shape));
        add(15, pair(word(i - 1), word(i + 1)));
        add(17, pair(stem(i - 1), shape));
        add(18, pair(stem(i + 1), shape));
        edges(i, shape, itself ? LONGEST_EDGE : 3);
        signs(i, shape);
        dictionaries(i, shape);
        grammar(i, shape);
        document(i, shape);
        int[] made = new int[size];
        System.arraycopy(features, 0, made, 0, size);
        return made;
    }

    private void edges(int i, int shape, int longest) {
        String word = words[i];
        for (int n = 1; n <= longest && n <= word.length(); n++) {
            add(20 + n, hash(word, 0, n));
            add(30 + n, pair(hash(word, word.length() - n, word.length()), shape));
        }
        String sound = sound(i);
        for (int n = 1; n <= LONGEST_SOUND_EDGE && n <= sound.length(); n++) {
            add(40 + n, pair(hash(sound, sound.length() - n, sound.length()), shape));
            add(45 + n, hash(sound, 0, n));
        }
        add(50, pair(ending(i - 1), shape));
        add(51, pair(ending(i + 1), shape));
        add(52, Math.min(word.length(), 12) * 8 + shape);
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
        return hash(words[i], words[i].length() - 3, words[i].length());
    }

    private void signs(int i, int shape) {
        add(60, pair(gaps[i], shape));
        add(61, pair(gaps[i + 1], shape));
        add(62, pair(pair(gaps[i], gaps[i + 1]), shape));
        add(63, pair(gaps[i], word(i - 1)));
        add(64, pair(gaps[i + 1], word(i + 1)));
        add(65, pair(gaps[i], before(i) * 8 + shape));
    }

    private int before(int i) {
        return shape(i - 1);
    }

    private void dictionaries(int i, int shape) {
        int bits = classes.at(i);
        int before = classes.at(i - 1);
        int behind = classes.at(i + 1);
        for (int bit = 1; bit <= WordClasses.PROPER; bit <<= 1) {
            if ((bits & bit) != 0) {
                add(70, bit * 8 + shape);
            }
            if ((before & bit) != 0) {
                add(71, bit * 8 + shape);
            }
            if ((behind & bit) != 0) {
                add(72, bit * 8 + shape);
            }
        }
        add(73, bits * 8 + shape);
        add(74, pair(before, bits * 8 + shape));
        add(75, pair(behind, bits * 8 + shape));
        add(76, pair(pair(before, behind), bits * 8 + shape));
    }

    private void grammar(int i, int shape) {
        add(90, pair(grammarAt(i), shape));
        add(91, pair(grammarAt(i - 1), shape));
        add(92, pair(grammarAt(i + 1), shape));
        add(93, pair(grammarAt(i - 2), shape));
        add(94, pair(grammarAt(i + 2), shape));
        add(95, pair(pair(grammarAt(i - 1), grammarAt(i)), shape));
        add(96, pair(pair(grammarAt(i), grammarAt(i + 1)), shape));
        add(97, pair(pair(grammarAt(i - 1), grammarAt(i + 1)), shape));
    }

    private int grammarAt(int i) {
        if (i < 0 || i >= grammar.length) {
            return NONE;
        }
        if (grammar[i] == UNKNOWN) {
            grammar[i] = Lexicon.standard().grammar(classes.word(i));
        }
        return grammar[i];
    }

    private void document(int i, int shape) {
        int seen = elsewhere.getOrDefault(stems[i], 0);
        int start = classes.is(i, WordClasses.STARTS_SENTENCE) ? 1 : 0;
        add(80, (seen & (CAPITALISED_INSIDE | SMALL)) * 16 + shape * 2 + start);
        add(81, (seen & (BESIDE_GIVEN | BESIDE_INITIAL)) * 8 + shape);
        add(82, seen * 8 + shape);
        add(83, code(sense.at(i)) * 4096 + classes.at(i));
        add(84, code(sense.at(i)) * 8 + shape);
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
        return Gap.of(text.chars(), from, to);
    }

    private void add(int kind, int value) {
        if (size == features.length) {
            features = java.util.Arrays.copyOf(features, size * 2);
        }
        int hash = (value + kind * 0x9E3779B9) * 0x85EBCA6B;
        hash ^= hash >>> 15;
        hash *= 0xC2B2AE35;
        features[size++] = hash ^ (hash >>> 16);
    }

    private static int pair(int a, int b) {
        return a * 0x01000193 ^ (b + 0x7F4A7C15 + (a << 6) + (a >>> 2));
    }

    private static int hash(String word, int from, int to) {
        int hash = 17;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + word.charAt(i);
        }
        return hash;
    }

    /// A number by its length: which one it is says nothing.
    private static String digits(String word) {
        var digits = new StringBuilder(word.length());
        for (int i = 0; i < Math.min(word.length(), 12); i++) {
            digits.append(Character.isDigit(word.charAt(i)) ? '0' : word.charAt(i));
        }
        return digits.toString();
    }

    /// The signs between two tokens, as bits.
    private static final class Gap {
        private static final int SPACE = 1;
        private static final int STOP = 2;
        private static final int COMMA = 4;
        private static final int HYPHEN = 8;
        private static final int LINE = 16;
        private static final int QUOTES = 32;
        private static final int BRACKET = 64;
        private static final int COLON = 128;
        private static final int OTHER = 256;

        private static int of(String chars, int from, int to) {
            int gap = 0;
            for (int i = from; i < to; i++) {
                gap |= bit(chars.charAt(i));
            }
            return gap;
        }

        private static int bit(char c) {
            return switch (c) {
                case ' ' -> SPACE;
                case '.', '!', '?', '…' -> STOP;
                case ',' -> COMMA;
                case '-', '–', '—' -> HYPHEN;
                case '\n', '\r', '\f' -> LINE;
                case '"', '«', '»', '“', '”', '„' -> QUOTES;
                case '(', ')', '[', ']' -> BRACKET;
                case ':', ';' -> COLON;
                default -> OTHER;
            };
        }
    }
}
