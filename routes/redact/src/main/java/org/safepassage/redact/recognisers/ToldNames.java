package org.safepassage.redact.recognisers;

import java.util.List;
import java.util.Set;
import org.safepassage.redact.text.NormalText;
import org.safepassage.redact.text.Token;

/// Where sentences put a name without a title: behind words of naming (`a man known as Fenn`, `прозвішча Гарбуз`) and,
/// in English, between commas behind what somebody is (`a colleague, Ada Fenn, had …`).
final class ToldNames {
    private static final Set<String> NAMING = Set.of("named", "nicknamed", "called", "surnamed");
    private static final Set<String> CYRILLIC_NAMING = Set.of(
            "фамилия",
            "фамилию",
            "фамилии",
            "фамилией",
            "прозвище",
            "прозвищу",
            "кличка",
            "кличке",
            "имени",
            "зовут",
            "звать",
            "звали",
            "прозвішча",
            "прозвішчам",
            "прозвішчу",
            "мянушка",
            "мянушцы",
            "імені",
            "завуць",
            "зваць",
            "звалі");
    private static final Set<String> NAMING_GAPS = Set.of("", ":", ",", "—", "-", "«", ": «");
    private static final int MOST_WORDS = 3;
    /// Words from `known` to the `as` that belongs to it.
    private static final int REACH = 4;

    private final NormalText text;
    private final List<Token> tokens;
    private final TokenGaps gaps;
    private final Cells cells;
    private final WordClasses classes;

    ToldNames(NormalText text, TokenGaps gaps, WordClasses classes) {
        this.text = text;
        this.tokens = text.tokens();
        this.gaps = gaps;
        this.cells = new Cells(text);
        this.classes = classes;
    }

    /// The last token of a name that begins with this one; -1 when none does.
    int lastOf(int i) {
        if (i == 0 || !canBeName(i) || tokens.get(i - 1).shape() != Token.Shape.LOWER) {
            return -1;
        }
        boolean named = isCyrillic(i)
                ? NAMING_GAPS.contains(gaps.at(i - 1).strip()) && CYRILLIC_NAMING.contains(classes.word(i - 1))
                : gaps.at(i - 1).isBlank() && isNaming(i - 1);
        boolean apposed = !isCyrillic(i) && gaps.at(i - 1).strip().equals(",") && classes.is(i - 1, WordClasses.WORD);
        if (!named && !apposed) {
            return -1;
        }
        int last = i;
        while (last + 1 < tokens.size()
                && last - i + 1 < MOST_WORDS
                && gaps.at(last).length() <= 1
                && gaps.joins(last)
                && !cells.part(last)
                && tokens.get(last + 1).raised()
                && !classes.is(last + 1, WordClasses.PLACE)) {
            last++;
        }
        boolean told = named || gaps.at(last).startsWith(",");
        // An English word alone is something else, even with a capital.
        boolean other = last == i
                && !isCyrillic(i)
                && (classes.is(i, WordClasses.WORD) || EnglishLexicon.isDemonym(classes.word(i)));
        return told && !other ? last : -1;
    }

    private boolean canBeName(int i) {
        return tokens.get(i).shape() == Token.Shape.CAPITALISED
                && classes.is(i, WordClasses.NAMEABLE)
                && !classes.is(i, WordClasses.PLACE);
    }

    private boolean isCyrillic(int i) {
        return text.chars().charAt(tokens.get(i).start()) >= 0x0400;
    }

    private boolean isNaming(int i) {
        if (NAMING.contains(classes.word(i))) {
            return true;
        }
        boolean known = false;
        for (int k = Math.max(0, i - REACH); k < i && classes.word(i).equals("as"); k++) {
            known |= classes.word(k).equals("known");
        }
        return known;
    }
}
