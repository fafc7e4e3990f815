package org.safepassage.redact.recognisers;

import org.safepassage.redact.text.NormalText;

/// What a tagger is told of each token of a text, as hashes: the word and its neighbours, their beginnings and endings
/// as written and as they sound, their case, what dictionaries know of them, the signs between them, and what the rest
/// of the text says of the same word. The same in training and in use. One text, one thread.
///
/// Endings as they sound are the same in Belarusian and Russian more often than not, so that a model of the one is of
/// use for the other.
final class TokenFeatures {
    private static final int LONGEST_EDGE = 5;
    private static final int LONGEST_SOUND_EDGE = 4;

    private final TokenFacts facts;
    private final WordKnowledge knowledge;
    private final FeatureRow row = new FeatureRow();

    /// @param latin whether the dictionaries are asked for words in Latin letters too
    TokenFeatures(NormalText text, boolean latin) {
        this.facts = TokenFacts.of(text);
        this.knowledge = new WordKnowledge(text, latin);
    }

    /// Whether a row of tokens ends before this one, so that labels behind it do not depend on those before it.
    boolean beginsRow(int i) {
        return facts.beginsRow(i);
    }

    int[] at(int i) {
        return at(i, true);
    }

    /// The features of a token as if its word had never been seen, so that a tagger learns from what stands around it.
    int[] around(int i) {
        return at(i, false);
    }

    private int[] at(int i, boolean itself) {
        int shape = facts.shape(i);
        int before = facts.shape(i - 1);
        int behind = facts.shape(i + 1);
        row.add(0, 0);
        if (itself) {
            row.add(1, facts.word(i));
            row.add(10, FeatureRow.pair(facts.word(i - 1), facts.word(i)));
            row.add(11, FeatureRow.pair(facts.word(i), facts.word(i + 1)));
            row.add(16, facts.stem(i));
        }
        row.add(2, facts.word(i - 1));
        row.add(3, facts.word(i + 1));
        row.add(4, facts.word(i - 2));
        row.add(5, facts.word(i + 2));
        row.add(6, shape);
        row.add(7, before);
        row.add(8, behind);
        row.add(9, before * 64 + shape * 8 + behind);
        row.add(12, FeatureRow.pair(facts.word(i - 1), shape));
        row.add(13, FeatureRow.pair(shape, facts.word(i + 1)));
        row.add(14, FeatureRow.pair(FeatureRow.pair(facts.word(i - 2), facts.word(i - 1)), shape));
        row.add(15, FeatureRow.pair(facts.word(i - 1), facts.word(i + 1)));
        row.add(17, FeatureRow.pair(facts.stem(i - 1), shape));
        row.add(18, FeatureRow.pair(facts.stem(i + 1), shape));
        edges(i, shape, itself ? LONGEST_EDGE : 3);
        signs(i, shape);
        dictionaries(i, shape);
        grammar(i, shape);
        document(i, shape);
        return row.take();
    }

    private void edges(int i, int shape, int longest) {
        String word = facts.written(i);
        for (int n = 1; n <= longest && n <= word.length(); n++) {
            row.add(20 + n, FeatureRow.hash(word, 0, n));
            row.add(30 + n, FeatureRow.pair(FeatureRow.hash(word, word.length() - n, word.length()), shape));
        }
        String sound = facts.sound(i);
        for (int n = 1; n <= LONGEST_SOUND_EDGE && n <= sound.length(); n++) {
            row.add(40 + n, FeatureRow.pair(FeatureRow.hash(sound, sound.length() - n, sound.length()), shape));
            row.add(45 + n, FeatureRow.hash(sound, 0, n));
        }
        row.add(50, FeatureRow.pair(facts.ending(i - 1), shape));
        row.add(51, FeatureRow.pair(facts.ending(i + 1), shape));
        row.add(52, Math.min(word.length(), 12) * 8 + shape);
    }

    private void signs(int i, int shape) {
        row.add(60, FeatureRow.pair(facts.gap(i), shape));
        row.add(61, FeatureRow.pair(facts.gap(i + 1), shape));
        row.add(62, FeatureRow.pair(FeatureRow.pair(facts.gap(i), facts.gap(i + 1)), shape));
        row.add(63, FeatureRow.pair(facts.gap(i), facts.word(i - 1)));
        row.add(64, FeatureRow.pair(facts.gap(i + 1), facts.word(i + 1)));
        row.add(65, FeatureRow.pair(facts.gap(i), facts.shape(i - 1) * 8 + shape));
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
        int seen = facts.seen(i);
        int start = facts.startsSentence(i) ? 1 : 0;
        row.add(80, (seen & (TokenFacts.CAPITALISED_INSIDE | TokenFacts.SMALL)) * 16 + shape * 2 + start);
        row.add(81, (seen & (TokenFacts.BESIDE_GIVEN | TokenFacts.BESIDE_INITIAL)) * 8 + shape);
        row.add(82, seen * 8 + shape);
        row.add(83, code(facts.sense(i)) * 4096 + knowledge.classes(i));
        row.add(84, code(facts.sense(i)) * 8 + shape);
    }

    private static int code(CaseSense.Kind kind) {
        return switch (kind) {
            case CAPITALS -> 0;
            case NONE -> 1;
            case SHOUTED -> 2;
        };
    }
}
