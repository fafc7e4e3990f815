package org.safepassage.redact.pseudonyms;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Sex;

/// What a pseudonym has to fit. Immutable.
///
/// @param language BCP 47 tag of the sentence
/// @param role told beside the code; null when it may not be told
/// @param sex for the grammar; unknown when it may not be told
/// @param cases in which the name may stand; all of them when nothing tells
/// @param startsSentence whether it takes a capital
/// @param roleBefore whether the role's word stands before it already
public record Wording(
        String language,
        @Nullable Role role,
        Sex sex,
        Set<GrammaticalCase> cases,
        boolean startsSentence,
        boolean roleBefore) {
    public Wording {
        cases = Set.copyOf(cases);
    }

    /// A code that stands by itself, in a list or a field.
    public static Wording alone(String language, Sex sex) {
        return new Wording(language, null, sex, Set.of(GrammaticalCase.NOMINATIVE), false, false);
    }
}
