package org.safepassage.redact.recognisers;

import java.util.List;
import java.util.Set;
import org.safepassage.redact.text.NormalText;
import org.safepassage.redact.text.Token;

/// What one text of a case teaches about the others: the sound stems of the name words in it.
public final class LearnedNames {
    private static final int SHORTEST = 4;

    private LearnedNames() {}

    /// Adds the stems of the capitalised words of these spans to `learned`.
    public static void learn(NormalText text, List<Span> spans, Set<String> learned) {
        var stems = SoundStems.of(text);
        for (Span span : spans) {
            if (!span.type().startsWith("PERSON")) {
                continue;
            }
            int i = firstToken(text.tokens(), span.start());
            for (; i < text.tokens().size() && text.tokens().get(i).end() <= span.end(); i++) {
                Token token = text.tokens().get(i);
                String stem = stems.at(i);
                if (token.raised() && stem.length() >= SHORTEST) {
                    learned.add(stem);
                }
            }
        }
    }

    private static int firstToken(List<Token> tokens, int start) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).start() < start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
