package org.safepassage.redact.pseudonyms;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.safepassage.schemas.PersonName;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Sex;

/// A name in its sentence, and what its pseudonym has to fit there.
///
/// @param text the whole text
/// @param start where the name stands, in chars
/// @param written the name as it stands there
/// @param language of the text
public record Sentence(String text, int start, String written, String language) {
    private static final int LONGEST_WORD = 40;
    private static final Set<GrammaticalCase> OF_ONE_FORM =
            EnumSet.of(GrammaticalCase.GENITIVE, GrammaticalCase.ACCUSATIVE);

    /// Endings of the present, the past and the infinitive, by which few nouns end.
    private static final Pattern VERB = Pattern.compile(
            "(?iU).{2,}(?:[юуая]ць|ць|цца|[аеыіуя]ў|[аеыіуя]л[аі]|[юуая]т|ть|ти|[аеиыуя]л[аи]?|л[аи]сь|лся|ўся|л[аі]ся)");

    /// How the pseudonym is to be worded.
    ///
    /// @param names under which the record knows the person
    /// @param role to be told, or null
    /// @param tellsSex whether the grammar may tell the person's sex
    public Wording wording(Collection<PersonName> names, Sex sex, @Nullable Role role, boolean tellsSex) {
        String before = wordBefore();
        boolean told = role != null && RoleWords.tells(before, language, role);
        return new Wording(
                language, role, tellsSex ? sex : Sex.UNKNOWN, cases(before, names, sex), startsSentence(), told);
    }

    /// Endings first; where they leave a choice, what stands before the name narrows it.
    private Set<GrammaticalCase> cases(String before, Collection<PersonName> names, Sex sex) {
        Set<GrammaticalCase> cases = NameCases.of(written, names, sex, language);
        Set<GrammaticalCase> narrowed = EnumSet.copyOf(cases);
        narrowed.retainAll(Governors.after(before, language));
        Set<GrammaticalCase> left = narrowed.isEmpty() ? cases : narrowed;
        return left.equals(OF_ONE_FORM) && isWhom(before) ? Set.of(GrammaticalCase.ACCUSATIVE) : left;
    }

    /// Men's names have one form for whose something is and whom something happens to. It is whom behind a verb and
    /// where a sentence begins: `паважаюць Усовіча`, `Усовіча білі`.
    private boolean isWhom(String before) {
        return before.isEmpty() || startsSentence() || VERB.matcher(before).matches();
    }

    private String wordBefore() {
        int end = start;
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        int from = end;
        while (from > 0 && end - from < LONGEST_WORD && isWordChar(text.charAt(from - 1))) {
            from--;
        }
        return end == start ? "" : text.substring(from, end);
    }

    private boolean startsSentence() {
        int at = start;
        while (at > 0 && " «\"“„(—–-".indexOf(text.charAt(at - 1)) >= 0) {
            at--;
        }
        return at == 0 || ".!?…\n\f\r".indexOf(text.charAt(at - 1)) >= 0;
    }

    private static boolean isWordChar(char c) {
        return Character.isLetter(c) || c == '\'' || c == '’' || c == '-';
    }

    @Override
    public String toString() {
        return "Sentence[" + language + "]";
    }
}
