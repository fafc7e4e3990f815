package org.safepassage.redact.check;

import java.util.regex.Pattern;
import org.safepassage.schemas.Sex;

/// The declined forms of surnames that belong to one sex only, in Cyrillic and Latin spelling. A form that both sexes
/// share, or that fits no pattern, tells nothing.
final class SurnameForms {
    private static final Pattern MALE = Pattern.compile(
            "(?U)(?:.*(?:[оеё]в|[оеё]ў|аў|[иыі]н|[oe]v|[aoe]u|in|yn|ым|ом|[сц]к(?:ий|ого|ому|им|і|ага|аму)|[st]k(?:i|y|iy|ij)))");
    private static final Pattern FEMALE = Pattern.compile(
            "(?U)(?:.*(?:[оеё]вой|[аоеё]вай|[иыі]ной|[иыі]най|[сц]к(?:ая|ой|ую|ай)|[st]k(?:aya|aja|aia)))");

    private SurnameForms() {}

    /// @param sex male, or else female
    /// @param form in lower case
    static boolean isOnlyOf(Sex sex, String form) {
        return (sex == Sex.MALE ? MALE : FEMALE).matcher(form).matches();
    }
}
