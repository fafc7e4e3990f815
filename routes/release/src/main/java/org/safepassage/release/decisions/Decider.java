package org.safepassage.release.decisions;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.safepassage.release.agreements.Agreement;
import org.safepassage.release.agreements.Agreements;
import org.safepassage.schemas.CaseFile;
import org.safepassage.schemas.Decision;
import org.safepassage.schemas.Outcome;

/// Decides whether a case file may go over an exchange. One no refuses, else one doubt holds, else it is released.
///
/// A decision's reasons hold every no, then every doubt, then what passed, each with the place in the record
/// (`persons[2]` counts from 0) and never a value. Nobody may be named unless the outcome is Passed. Thread-safe.
public final class Decider {
    private static final List<Rule> RULES = List.of(
            new AgreementExists(),
            new AgreementNamesTheParties(),
            new AgreementInForce(),
            new AgreementCoversTheCategories(),
            new WhoSpeaksConsents(),
            new ConsentsNameSomebody());

    private final ZoneId zone;

    /// @param zone whose civil day counts for agreements and consents, such as `Europe/Minsk`
    public Decider(ZoneId zone) {
        this.zone = zone;
    }

    /// The decision as of `now`. Every rule is asked, so that a partner learns of all that is missing at once.
    public Decision decide(CaseFile caseFile, Terms terms, Agreements agreements, Instant now) {
        Optional<Agreement> agreement = agreements.find(terms.agreement());
        var question = new Question(caseFile, terms, agreement, now.atZone(zone).toLocalDate());
        List<Answer> answers =
                RULES.stream().flatMap(rule -> rule.ask(question).stream()).toList();
        Outcome outcome = outcome(answers);
        return new Decision(
                caseFile.id(),
                terms.exchange(),
                terms.recipient(),
                outcome,
                reasons(answers),
                outcome instanceof Outcome.Passed ? WhoMayBeNamed.ids(question) : Set.of(),
                agreement.map(Agreement::name).orElse(""),
                agreement.map(Agreement::policy).orElse(""),
                now);
    }

    private static Outcome outcome(List<Answer> answers) {
        List<String> refusals = written(answers, Answer.No.class).distinct().toList();
        if (!refusals.isEmpty()) {
            return new Outcome.Refused(refusals);
        }
        return answers.stream()
                .filter(Answer.Doubt.class::isInstance)
                .map(Answer.Doubt.class::cast)
                .findFirst()
                .<Outcome>map(doubt -> new Outcome.Held(doubt.reason(), doubt.where()))
                .orElseGet(Outcome.Passed::new);
    }

    private static List<String> reasons(List<Answer> answers) {
        return Stream.of(Answer.No.class, Answer.Doubt.class, Answer.Yes.class)
                .flatMap(kind -> written(answers, kind))
                .distinct()
                .toList();
    }

    private static Stream<String> written(List<Answer> answers, Class<? extends Answer> kind) {
        return answers.stream().filter(kind::isInstance).map(Answer::written);
    }
}
