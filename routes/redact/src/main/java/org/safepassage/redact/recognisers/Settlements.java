package org.safepassage.redact.recognisers;

import java.util.List;
import java.util.regex.Pattern;
import org.safepassage.redact.text.NormalText;
import org.safepassage.redact.text.Token;

/// Towns and villages of one text behind a word that announces one (`г. Гродна`, `у вёсцы Ждановічы`), where
/// dictionaries
/// or our list of places know them: what else stands there may be somebody (`в городе Иванов`).
final class Settlements {
    private static final Pattern ANNOUNCING =
            Pattern.compile("горад(?:а|у|ам|зе)?|город(?:а|у|ом|е)?|вёс(?:ка|кі|цы|ку|кай)|дерев(?:ня|ни|не|ню|ней)"
                    + "|пасёл(?:ак|ка|ку|кам)|пос[её]л(?:ок|ка|ку|ком|ке)|аграгарад(?:ок|ка|ку|ком)"
                    + "|агрогород(?:ок|ка|ку|ком|ке)");
    /// With a full stop; `г.` behind a number is a year's.
    private static final Pattern SHORTENED = Pattern.compile("г|аг|гп|дер|пос");
    private static final int SOMEBODY = WordClasses.GIVEN | WordClasses.PATRONYMIC | WordClasses.NOBODY;

    private final List<Token> tokens;
    private final TokenGaps gaps;
    private final WordClasses classes;

    Settlements(NormalText text) {
        this.tokens = text.tokens();
        this.gaps = new TokenGaps(text);
        this.classes = WordClasses.of(text);
    }

    /// Whether a token is the name of one.
    boolean stands(int i) {
        return i > 0
                && tokens.get(i).raised()
                && classes.is(i, WordClasses.PLACE)
                && !classes.is(i, SOMEBODY)
                && isAnnounced(i);
    }

    private boolean isAnnounced(int i) {
        String word = classes.word(i - 1);
        String gap = gaps.at(i - 1);
        if (ANNOUNCING.matcher(word).matches()) {
            return gap.isBlank();
        }
        boolean year = i > 1
                && tokens.get(i - 2).shape() == Token.Shape.NUMBER
                && gaps.at(i - 2).isBlank();
        return !year
                && gap.startsWith(".")
                && gap.substring(1).isBlank()
                && SHORTENED.matcher(word).matches();
    }
}
