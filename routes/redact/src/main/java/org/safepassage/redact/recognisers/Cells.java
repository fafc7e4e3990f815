package org.safepassage.redact.recognisers;

import java.util.List;
import org.safepassage.redact.text.NormalText;
import org.safepassage.redact.text.Token;

/// The cells of tables in a text, as far as they part names. Extraction writes a row as a line with a tab between two
/// cells, so a line end beside such a line may end a row, or part a name that is wrapped in its cell, and a tab may
/// part
/// a surname's column from a given name's. So a cell's end parts two words unless a name needs the other: a given name
/// without a surname in its own cell does, a whole name takes nothing from another cell. Immutable.
final class Cells {
    private static final int LONGEST_NAME = 3;
    private static final int FORENAME = WordClasses.GIVEN | WordClasses.PATRONYMIC | WordClasses.INITIALS;
    private static final int SURNAME_OR_PATRONYMIC =
            WordClasses.SURNAME | WordClasses.PATRONYMIC | WordClasses.INITIALS;

    private final NormalText text;
    private final List<Token> tokens;
    private final TokenGaps gaps;
    private final WordClasses classes;

    Cells(NormalText text) {
        this.text = text;
        this.tokens = text.tokens();
        this.gaps = new TokenGaps(text);
        this.classes = WordClasses.of(text);
    }

    /// Whether a cell ends behind token `i`, and no name goes on in the next.
    boolean part(int i) {
        if (!ends(i)) {
            return false;
        }
        Side before = side(i, -1);
        Side behind = side(i + 1, 1);
        return before == Side.WHOLE || behind == Side.WHOLE || (before == Side.OTHER && behind == Side.OTHER);
    }

    /// What a cell says of a name at its edge.
    private enum Side {
        /// A given name, patronymic or initials, and a word that can be the surname.
        WHOLE,
        /// One of these alone.
        FORENAME,
        /// Neither.
        OTHER
    }

    /// `Иванов` is many an Ivan's too: beside a given name, and without a patronymic, it is a surname.
    private Side side(int edge, int step) {
        int words = 0;
        int all = 0;
        boolean other = false;
        int i = edge;
        while (words < LONGEST_NAME && canBeName(i)) {
            words++;
            all |= classes.at(i);
            other |= !classes.is(i, FORENAME);
            int gap = step < 0 ? i - 1 : i;
            if (ends(gap) || !gaps.joins(gap) || gaps.at(gap).indexOf(',') >= 0) {
                break;
            }
            i += step;
        }
        boolean forename = (all & FORENAME) != 0;
        boolean surname = other || (words > 1 && (all & SURNAME_OR_PATRONYMIC) == WordClasses.SURNAME);
        return forename && surname ? Side.WHOLE : forename ? Side.FORENAME : Side.OTHER;
    }

    private boolean canBeName(int i) {
        return classes.isNameable(i) || classes.is(i, FORENAME | WordClasses.SURNAME);
    }

    private boolean ends(int i) {
        if (i < 0 || i + 1 >= tokens.size()) {
            return true;
        }
        String between = gaps.at(i);
        return between.indexOf('\t') >= 0
                || (between.indexOf('\n') >= 0 && (tabBefore(tokens.get(i).start()) || tabBehind(i + 1)));
    }

    /// Whether a tab stands in the line before this place, with something before it: an indent parts no cells.
    private boolean tabBefore(int place) {
        boolean tab = false;
        for (int k = place - 1; k >= 0 && text.chars().charAt(k) != '\n'; k--) {
            char c = text.chars().charAt(k);
            if (tab && !Character.isWhitespace(c)) {
                return true;
            }
            tab |= c == '\t';
        }
        return false;
    }

    private boolean tabBehind(int token) {
        int k = tokens.get(token).end();
        while (k < text.chars().length()
                && text.chars().charAt(k) != '\n'
                && text.chars().charAt(k) != '\t') {
            k++;
        }
        return k < text.chars().length() && text.chars().charAt(k) == '\t';
    }
}
