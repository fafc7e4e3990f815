package org.safepassage.redact.recognisers;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.safepassage.redact.text.NormalText;
import org.safepassage.redact.text.Token;

/// What one text of a case teaches about the others: the sound stems of the name words in it.
public final class LearnedNames {
    private static final int SHORTEST = 3;
    private static final int LONGEST_ABBREVIATION = 4;
    /// What a tagger found only because it leans to finding too much teaches nothing.
    private static final double LEAST_CONFIDENCE = 0.5;

    /// What a case of declension adds to a name as it is written.
    private static final Pattern ENDING =
            Pattern.compile("(?:[аеёоыиіяюуэ](?:м[иі]?|х|й|го|га|му)|[аеёиіоуыэюяьй]{1,2})$");

    /// Before a stem in letters, so that it is never taken for one in sounds.
    private static final String LETTERS = "=";

    private static final int NAMES = WordClasses.GIVEN | WordClasses.SURNAME | WordClasses.PATRONYMIC;

    private LearnedNames() {}

    /// A word as it is kept beside its sounds: its letters without an ending. An ordinary word at the beginning of a
    /// sentence has to agree in them, since many sound like a name (`Калі` like `Коля`).
    static String written(String lower) {
        return LETTERS + ENDING.matcher(lower).replaceFirst("");
    }

    /// Adds the stems of the capitalised words of these spans to `learned`. A tagger's find may have taken an ordinary
    /// word along, which would then be masked wherever it has a capital: it teaches names only. So
    /// does the beginning of a sentence, where every word has a capital, but for what is somebody (`Мельник`).
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
                boolean opening =
                        classes.is(i, WordClasses.STARTS_SENTENCE) && !classes.is(i, NAMES | WordClasses.ANIMATE);
                boolean word = (tagged || opening) && classes.is(i, WordClasses.WORD);
                boolean abbreviation = token.shape() == Token.Shape.UPPER
                        && token.length() <= LONGEST_ABBREVIATION
                        && sense.at(i) == CaseSense.Kind.CAPITALS;
                if (token.raised()
                        && stem.length() >= SHORTEST
                        && !word
                        && !abbreviation
                        && !classes.is(i, WordClasses.NOBODY)) {
                    learned.add(stem);
                    learned.add(written(classes.word(i)));
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
