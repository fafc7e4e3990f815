package org.safepassage.redact.recognisers;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.safepassage.redact.text.NormalText;
import org.safepassage.redact.text.Token;

/// Words that no dictionary knows (`каранавірус`) and that a text with capitals writes small again and again, and more
/// than twice as often as with a capital: they are words, whatever a heading made of one of them. For one text;
/// immutable.
final class SmallWords {
    private static final int OFTEN = 3;

    private final Set<String> stems;

    private SmallWords(Set<String> stems) {
        this.stems = stems;
    }

    static SmallWords of(NormalText text) {
        return text.derived(SmallWords.class, SmallWords::counted);
    }

    /// @param stem as of [SoundStems]
    boolean contains(String stem) {
        return stems.contains(stem);
    }

    private static SmallWords counted(NormalText text) {
        var classes = WordClasses.of(text);
        var sense = CaseSense.of(text);
        var sounds = SoundStems.of(text);
        var small = new HashMap<String, Integer>();
        var raised = new HashMap<String, Integer>();
        for (int i = 0; i < text.tokens().size(); i++) {
            Token token = text.tokens().get(i);
            if (sense.at(i) == CaseSense.Kind.CAPITALS
                    && token.length() > OFTEN
                    && !classes.is(i, WordClasses.WORD)
                    && (token.raised() || token.shape() == Token.Shape.LOWER)) {
                (token.raised() ? raised : small).merge(sounds.at(i), 1, Integer::sum);
            }
        }
        var words = new HashSet<String>();
        for (Map.Entry<String, Integer> entry : small.entrySet()) {
            if (entry.getValue() >= OFTEN && entry.getValue() > 2 * raised.getOrDefault(entry.getKey(), 0)) {
                words.add(entry.getKey());
            }
        }
        return new SmallWords(Set.copyOf(words));
    }
}
