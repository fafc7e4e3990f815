package org.safepassage.redact.recognisers;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.safepassage.redact.text.NormalText;
import org.safepassage.redact.text.Token;

/// What no layer has found and is a name all the same, or may be: a word in Cyrillic letters with a capital that no
/// dictionary knows, and the rest of a word or name of which a part was found (`Туркмен-баши`, `ибн Эзра`). A doubt is
/// for a reviewer, so such a word does not go out.
public final class UnexplainedWords {
    /// As mentions name it.
    public static final String NAME = "unexplained-word";

    private static final double CONFIDENCE = 0.3;
    private static final int SHORTEST = 3;
    private static final int EXPLAINED =
            WordClasses.WORD | WordClasses.PLACE | WordClasses.TITLE | WordClasses.NOBODY | WordClasses.PROPER;
    /// Before a name and nothing else but rarely.
    private static final Set<String> PARTICLES = Set.of(
            "аль", "эль", "ас", "аш", "ат", "ад", "ар", "ан", "аз", "ибн", "бин", "бен", "фон", "ван", "дер", "дель");

    private final NormalText text;
    private final List<Token> tokens;
    private final TokenGaps gaps;
    private final WordClasses classes;
    private final CaseSense sense;
    private final BitSet found = new BitSet();
    private final BitSet persons = new BitSet();

    private UnexplainedWords(NormalText text, List<Span> spans) {
        this.text = text;
        this.tokens = text.tokens();
        this.gaps = new TokenGaps(text);
        this.classes = WordClasses.of(text);
        this.sense = CaseSense.of(text);
        for (Span span : spans) {
            found.set(span.start(), span.end());
            if (span.type().startsWith("PERSON")) {
                persons.set(span.start(), span.end());
            }
        }
    }

    /// The words beside what all layers together have found.
    ///
    /// @param spans of this text
    public static List<Span> beside(NormalText text, List<Span> spans) {
        var words = new UnexplainedWords(text, spans);
        var unknown = new ArrayList<Span>();
        for (int i = 0; i < text.tokens().size(); i++) {
            Token token = text.tokens().get(i);
            if (!words.found.get(token.start())
                    && NameLeanings.isCyrillic(text, token)
                    && (words.isUnknown(i) || words.isRest(i))) {
                unknown.add(Span.of(token.start(), token.end(), "PERSON", CONFIDENCE));
            }
        }
        return unknown;
    }

    private boolean isUnknown(int i) {
        Token token = tokens.get(i);
        return token.shape() == Token.Shape.CAPITALISED
                && token.length() >= SHORTEST
                && sense.at(i) == CaseSense.Kind.CAPITALS
                && !classes.is(i, EXPLAINED);
    }

    private boolean isRest(int i) {
        boolean glued = gaps.isHyphen(i) && isPerson(i + 1);
        if (PARTICLES.contains(classes.word(i))) {
            return glued || (gaps.at(i).equals(" ") && isPerson(i + 1));
        }
        return (glued || (gaps.isHyphen(i - 1) && isPerson(i - 1)))
                && tokens.get(i).shape() != Token.Shape.NUMBER
                && !classes.is(i, WordClasses.WORD | WordClasses.TITLE);
    }

    private boolean isPerson(int i) {
        return i >= 0 && i < tokens.size() && persons.get(tokens.get(i).start());
    }
}
