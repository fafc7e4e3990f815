package org.safepassage.redact.recognisers;

import java.util.List;
import java.util.regex.Pattern;
import org.safepassage.redact.text.NormalText;
import org.safepassage.redact.text.Token;

/// Towns and villages of one text behind a word that announces one (`г. Гродна`, `у вёсцы Ждановічы`), where
/// dictionaries
/// or our list of places know them: what else stands there may be somebody (`в городе Иванов`).
final class Settlements {
    private static final Pattern TOWNLETS = Pattern.compile("пгт|гп|аг|рп");
    private static final Pattern ANNOUNCING =
            Pattern.compile("горад(?:а|у|ам|зе)?|город(?:а|у|ом|е)?|вёс(?:ка|кі|цы|ку|кай)|дерев(?:ня|ни|не|ню|ней)"
                    + "|пасёл(?:ак|ка|ку|кам)|пос[её]л(?:ок|ка|ку|ком|ке)|аграгарад(?:ок|ка|ку|ком)"
                    + "|агрогород(?:ок|ка|ку|ком|ке)");
    /// With a full stop; `г.` behind a number is a year's.
    private static final Pattern SHORTENED = Pattern.compile("г|дер|пос");
    /// One small letter and a full stop: `в.` behind a number is a century's, and `т. д.` is `and so on`.
    private static final Pattern LETTER = Pattern.compile("[двп]");

    private static final Pattern ROMAN = Pattern.compile("[ivxхі]{1,5}");
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
        return i > 0 && tokens.get(i).raised() && (isTownletsOwn(i) || (isKnown(i) && isAnnounced(i)));
    }

    private boolean isKnown(int i) {
        return classes.is(i, WordClasses.PLACE) && !classes.is(i, SOMEBODY);
    }

    /// Nobody bears a word behind `пгт.`, and few small towns are in a dictionary: `Мир` is peace there.
    private boolean isTownletsOwn(int i) {
        return TOWNLETS.matcher(classes.word(i - 1)).matches()
                ? gaps.at(i - 1).isBlank() || isStop(i - 1)
                : isLetters(i, "г", "п");
    }

    private boolean isAnnounced(int i) {
        String word = classes.word(i - 1);
        if (ANNOUNCING.matcher(word).matches()) {
            return gaps.at(i - 1).isBlank();
        }
        boolean small = LETTER.matcher(word).matches() && tokens.get(i - 1).shape() == Token.Shape.LOWER;
        return isStop(i - 1)
                && !isNumbered(i - 1)
                && (SHORTENED.matcher(word).matches()
                        || (small && !(isStop(i - 2) && classes.word(i - 2).length() == 1)));
    }

    /// A number before it makes it a year's or a century's.
    private boolean isNumbered(int i) {
        return i > 0
                && gaps.at(i - 1).isBlank()
                && (tokens.get(i - 1).shape() == Token.Shape.NUMBER
                        || ROMAN.matcher(classes.word(i - 1)).matches());
    }

    /// `г. п. Мір`.
    private boolean isLetters(int i, String first, String second) {
        return i > 1
                && classes.word(i - 2).equals(first)
                && classes.word(i - 1).equals(second)
                && isStop(i - 2)
                && isStop(i - 1);
    }

    /// Whether a full stop and nothing else stands behind a token.
    private boolean isStop(int i) {
        return i >= 0 && gaps.at(i).startsWith(".") && gaps.at(i).substring(1).isBlank();
    }
}
