package org.safepassage.release.decisions;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.safepassage.release.agreements.Agreement;
import org.safepassage.schemas.Consent;
import org.safepassage.schemas.Consent.Scope;
import org.safepassage.schemas.Consent.Status;

/// All that is recorded of one person's consent. Where records disagree the strictest one stands: a partner that was
/// asked to forget a no must remove it from the record.
record ConsentOfOnePerson(List<Consent> recorded) {
    /// How the consent stands towards terms, from best to worst.
    enum Standing {
        COVERS,
        DATED_LATER,
        UNCLEAR,
        EXPIRED,
        OUT_OF_SCOPE,
        ABSENT,
        REFUSED,
        WITHDRAWN
    }

    Standing towards(Question question) {
        if (recorded.isEmpty()) {
            return Standing.ABSENT;
        }
        if (any(Status.WITHDRAWN)) {
            return Standing.WITHDRAWN;
        }
        if (any(Status.REFUSED)) {
            return Standing.REFUSED;
        }
        if (any(Status.UNCLEAR)) {
            return Standing.UNCLEAR;
        }
        LocalDate today = question.today();
        if (covers(question, scope -> holds(scope, today))) {
            return recorded.stream().anyMatch(consent -> isLater(consent, today))
                    ? Standing.DATED_LATER
                    : Standing.COVERS;
        }
        return covers(question, scope -> true) ? Standing.EXPIRED : Standing.OUT_OF_SCOPE;
    }

    /// Whether the person may be named to the recipient of these terms.
    boolean byName(Question question) {
        return towards(question) == Standing.COVERS
                && covers(question, scope -> scope.byName() && holds(scope, question.today()));
    }

    private boolean any(Status status) {
        return recorded.stream().anyMatch(consent -> consent.status() == status);
    }

    /// Every category needs a scope of its own or `*`; a case without categories needs `*`.
    private boolean covers(Question question, Predicate<Scope> accepted) {
        List<Scope> scopes = recorded.stream()
                .flatMap(consent -> consent.scopes().stream())
                .filter(scope -> isFor(scope, question.terms()))
                .filter(accepted)
                .toList();
        List<String> categories = question.caseFile().categories();
        if (categories.isEmpty()) {
            return scopes.stream().anyMatch(scope -> scope.categories().contains(Agreement.ANY));
        }
        return categories.stream()
                .allMatch(category -> scopes.stream()
                        .anyMatch(scope -> scope.categories().contains(category)
                                || scope.categories().contains(Agreement.ANY)));
    }

    private static boolean isFor(Scope scope, Terms terms) {
        return (scope.recipients().contains(terms.recipient())
                        || scope.recipients().contains(Agreement.ANY))
                && scope.purposes().contains(terms.purpose());
    }

    private static boolean holds(Scope scope, LocalDate today) {
        LocalDate until = scope.until();
        return until == null || !today.isAfter(until);
    }

    private static boolean isLater(Consent consent, LocalDate today) {
        LocalDate given = consent.given();
        return given != null && given.isAfter(today);
    }
}
