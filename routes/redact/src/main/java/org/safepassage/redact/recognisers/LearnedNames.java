package org.safepassage.redact.recognisers;

import java.util.List;
import java.util.Set;
import org.safepassage.redact.text.NormalText;
import org.safepassage.redact.text.Token;

/// What one text of a case teaches about the others: the sound stems of the name words in it.
public final class LearnedNames {
    private static final int SHORTEST = 3;
    private static final int LONGEST_ABBREVIATION = 4;
    /// What a tagger found only because it leans to finding too much teaches nothing.
    private static final double LEAST_CONFIDENCE = 0.5;

    private LearnedNames() {}

    /// Adds the stems of the capitalised words of these spans to `learned`. A tagger's find may have taken an ordinary
    /// word along, which would then be masked wherever it has a capital: it teaches names only.
    ///
    /// @param tagged whether a tagger found them
    public static void learn(NormalText text, List<Span> spans, boolean tagged, Set<String> learned) {
        var stems = SoundStems.of(text);
        var classes = WordClasses.of(text);
        var sense = CaseSense.of(text);
        for (Span span : spans) {
            if (!span.type().startsWith("PERSON") || (tagged && span.confidence() < LEAST_CONFIDENCE)) {
                continue;
            }
            int i = firstToken(text.tokens(), span.start());
            for (; i < text.tokens().size() && text.tokens().get(i).end() <= span.end(); i++) {
                Token token = text.tokens().get(i);
                String stem = stems.at(i);
                boolean word = tagged && classes.is(i, WordClasses.WORD);
                boolean abbreviation = token.shape() == Token.Shape.UPPER
                        && token.length() <= LONGEST_ABBREVIATION
                        && sense.at(i) == CaseSense.Kind.CAPITALS;
                if (token.raised() && stem.length() >= SHORTEST && !word && !abbreviation) {
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
