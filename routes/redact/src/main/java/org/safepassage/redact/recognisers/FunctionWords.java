package org.safepassage.redact.recognisers;

import java.util.Set;

/// Pronouns, prepositions, conjunctions and words that ask, from `function-words.txt`: what begins sentences with a
/// capital and sounds like many a name (`Калі` like `Коля`), and is none. Immutable.
final class FunctionWords {
    private static final Set<String> WORDS = WordFile.read("function-words.txt");

    private FunctionWords() {}

    /// Whether a lower-case word is one.
    static boolean contains(String word) {
        return WORDS.contains(word);
    }
}
