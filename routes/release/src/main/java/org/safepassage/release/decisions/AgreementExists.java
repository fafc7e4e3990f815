package org.safepassage.release.decisions;

import java.util.List;
import org.safepassage.schemas.HoldReason;

/// The agreement that the exchange relies on is configured.
final class AgreementExists implements Rule {
    @Override
    public List<Answer> ask(Question question) {
        if (question.agreement().isEmpty()) {
            return List.of(new Answer.Doubt(
                    "agreement-missing",
                    HoldReason.AGREEMENT_MISSING,
                    "agreement " + question.terms().agreement()));
        }
        return List.of(new Answer.Yes("agreement-exists"));
    }
}
