package org.safepassage.redact.recognisers;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safepassage.schemas.Mention;

/// Names that the texts of a case give of persons whom its record does not name. Only what reads as a whole name counts
/// (two or three capitalised words, one of them a given name or patronymic): a single word taken for a name is found
/// again by the recognisers, and searching for it would be an alarm in every text. Stateless.
public final class UnrecordedNames {
    private static final Pattern WHOLE =
            Pattern.compile("(?U)\\p{Lu}[\\p{L}'’-]{2,}(?:\\s+\\p{Lu}[\\p{L}'’-]{2,}){1,2}");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int NAMES = Lexicon.GIVEN | Lexicon.SURNAME | Lexicon.PATRONYMIC;

    private UnrecordedNames() {}

    /// The names among the mentions of this text that are linked to nobody, as they stand there.
    ///
    /// @param mentions of a detector for this very text, offsets in code points
    public static Set<String> in(String text, List<Mention> mentions) {
        var names = new LinkedHashSet<String>();
        int start = 0;
        int codePoints = 0;
        for (Mention mention : mentions) {
            if (mention.person() == null && mention.type().startsWith("PERSON")) {
                // From the last mention on, since a long text has thousands.
                start = text.offsetByCodePoints(start, mention.start() - codePoints);
                codePoints = mention.start();
                int end = text.offsetByCodePoints(start, mention.end() - mention.start());
                Matcher whole = WHOLE.matcher(text.substring(start, end).strip());
                if (whole.matches() && readsAsName(whole.group())) {
                    names.add(whole.group());
                }
            }
        }
        return names;
    }

    /// A word that is ordinary elsewhere is a surname beside a given name and a patronymic (`Новик Евгений
    /// Викторович`);
    /// beside one of the two alone it would be an alarm wherever the two words meet by chance.
    private static boolean readsAsName(String name) {
        boolean given = false;
        boolean patronymic = false;
        boolean ordinary = false;
        for (String word : SPACE.split(name, -1)) {
            String lower = word.toLowerCase(Locale.ROOT);
            int lexicon = Lexicon.standard().of(lower);
            if ((lexicon & Lexicon.PATRONYMIC) != 0 || Patronymics.looksLikeFolded(Folding.of(lower))) {
                patronymic = true;
            } else if ((lexicon & Lexicon.GIVEN) != 0 || GivenNames.standard().contains(Folding.of(lower))) {
                given = true;
            } else {
                ordinary |= (lexicon & Lexicon.WORD) != 0 && (lexicon & NAMES) == 0;
            }
        }
        return ordinary ? given && patronymic : given || patronymic;
    }
}
