package org.safepassage.release.decisions;

import java.util.List;
import org.safepassage.release.agreements.Agreement;
import org.safepassage.schemas.HoldReason;

/// The agreement has begun and is not over.
final class AgreementInForce implements Rule {
    @Override
    public List<Answer> ask(Question question) {
        if (question.agreement().isEmpty()) {
            return List.of();
        }
        Agreement agreement = question.agreement().get();
        String where = "agreement " + agreement.name();
        if (!agreement.hasBegun(question.today())) {
            return List.of(
                    new Answer.Doubt("agreement-not-yet-in-force", HoldReason.AGREEMENT_EXPIRED, where + " validFrom"));
        }
        if (agreement.isOver(question.today())) {
            return List.of(new Answer.Doubt("agreement-expired", HoldReason.AGREEMENT_EXPIRED, where + " validUntil"));
        }
        return List.of(new Answer.Yes("agreement-in-force"));
    }
}
