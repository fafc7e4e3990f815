package org.safepassage.release.decisions;

import java.util.ArrayList;
import java.util.List;
import org.safepassage.release.agreements.Agreement;

/// The agreement is between this partner and this recipient, for this purpose, and the case file is that partner's.
final class AgreementNamesTheParties implements Rule {
    @Override
    public List<Answer> ask(Question question) {
        if (question.agreement().isEmpty()) {
            return List.of();
        }
        Agreement agreement = question.agreement().get();
        Terms terms = question.terms();
        String where = "agreement " + agreement.name();
        var answers = new ArrayList<Answer>();
        if (!agreement.partner().equals(terms.partner())) {
            answers.add(new Answer.No("agreement-names-another-partner", where));
        }
        if (!question.caseFile().partner().equals(terms.partner())) {
            answers.add(new Answer.No("case-of-another-partner", "exchange " + terms.exchange()));
        }
        if (!agreement.recipient().equals(terms.recipient())) {
            answers.add(new Answer.No("agreement-names-another-recipient", where));
        }
        if (!agreement.purposes().contains(terms.purpose())) {
            answers.add(new Answer.No("agreement-names-another-purpose", where));
        }
        return answers.isEmpty() ? List.of(new Answer.Yes("agreement-names-the-parties")) : answers;
    }
}
