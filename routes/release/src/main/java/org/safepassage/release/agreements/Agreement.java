package org.safepassage.release.agreements;

import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.Set;
import org.safepassage.schemas.Role;

/// What one partner and one recipient agreed. Immutable.
///
/// @param name unique, the same as the file's name without `.yaml`
/// @param partner name of who gives
/// @param recipient name of who gets
/// @param purposes what it may be used for, such as `accountability`; at least one
/// @param categories what it covers, in words of the glossary; `*` covers all
/// @param validFrom first day on which it holds
/// @param validUntil last day on which it holds
/// @param policy name of the redaction policy
/// @param mayBeNamed roles of persons who may be named to the recipient; everybody but an alleged perpetrator must
///     also have consented to be named
/// @param review which case files a reviewer must see
/// @param retention how long the recipient may keep what it got
public record Agreement(
        String name,
        String partner,
        String recipient,
        Set<String> purposes,
        Set<String> categories,
        LocalDate validFrom,
        LocalDate validUntil,
        String policy,
        Set<Role> mayBeNamed,
        Review review,
        Period retention) {
    /// The word that covers every category.
    public static final String ANY = "*";

    public Agreement {
        purposes = Set.copyOf(purposes);
        categories = Set.copyOf(categories);
        mayBeNamed = Set.copyOf(mayBeNamed);
    }

    /// Whether it has begun by this day.
    public boolean hasBegun(LocalDate day) {
        return !day.isBefore(validFrom);
    }

    /// Whether it is over on this day; its last day still counts.
    public boolean isOver(LocalDate day) {
        return day.isAfter(validUntil);
    }

    /// Whether every one of these categories is covered. A case without any category is covered only by `*`, since
    /// nobody can tell what it is about.
    public boolean covers(Collection<String> caseCategories) {
        return categories.contains(ANY) || (!caseCategories.isEmpty() && categories.containsAll(caseCategories));
    }
}
