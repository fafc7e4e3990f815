package org.safepassage.release.consignments;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.safepassage.schemas.Content;
import org.safepassage.schemas.Withheld;

/// Everything that goes into one consignment. Nothing in it may hold an identity that this recipient may not learn;
/// the exit check proves that on the assembled bytes. Immutable.
///
/// @param id the consignment's own id, ASCII letters, digits, `.`, `-` and `_`, starting with a letter or digit
/// @param reference the name under which this recipient knows the case; same characters
/// @param recipient name of the recipient
/// @param purpose what the recipient may use it for
/// @param agreement name of the agreement
/// @param createdAt when it was consigned; the only time in the bag, cut to seconds
/// @param caseFile the redacted case file as JSON
/// @param renditions the redacted exhibits
/// @param withheld the exhibits that did not go, and why
/// @param redactionReport what was redacted and how, as JSON without identities
/// @param supplementOf id of the consignment to which this one adds what was withheld
public record ConsignmentPlan(
        String id,
        String reference,
        String recipient,
        String purpose,
        String agreement,
        Instant createdAt,
        Content caseFile,
        List<Rendition> renditions,
        List<Withheld> withheld,
        Content redactionReport,
        Optional<String> supplementOf) {
    static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,98}[A-Za-z0-9]|[A-Za-z0-9]");

    public ConsignmentPlan {
        renditions = List.copyOf(renditions);
        withheld = List.copyOf(withheld);
        requireWord("id", id);
        requireWord("reference", reference);
        requireWord("recipient", recipient);
        requireWord("purpose", purpose);
        requireWord("agreement", agreement);
        supplementOf.ifPresent(first -> requireWord("supplementOf", first));
        if (renditions.stream()
                        .map(rendition -> rendition.path().toLowerCase(java.util.Locale.ROOT))
                        .distinct()
                        .count()
                != renditions.size()) {
            throw new IllegalArgumentException("two renditions have one path");
        }
    }

    private static void requireWord(String field, String value) {
        if (!WORD.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    field + " has 1 to 100 ASCII letters, digits, '.', '-' and '_', first and last a letter or digit");
        }
    }

    @Override
    public String toString() {
        return "ConsignmentPlan[" + id + "]";
    }
}
