package org.safepassage.release.decisions;

import java.util.ArrayList;
import java.util.List;
import org.safepassage.schemas.CaseFile;
import org.safepassage.schemas.Consent;
import org.safepassage.schemas.HoldReason;

/// Every consent belongs to one person of the record. A refusal that points to nobody may be the complainant's under
/// a mistyped id, so it is doubt.
final class ConsentsNameSomebody implements Rule {
    @Override
    public List<Answer> ask(Question question) {
        CaseFile caseFile = question.caseFile();
        var answers = new ArrayList<Answer>();
        for (int at = 0; at < caseFile.consents().size(); at++) {
            Consent consent = caseFile.consents().get(at);
            long persons = caseFile.persons().stream()
                    .filter(person -> person.id().equals(consent.person()))
                    .count();
            if (persons != 1) {
                String code = persons == 0 ? "consent-of-nobody" : "consent-of-several";
                answers.add(new Answer.Doubt(code, HoldReason.CONSENT_UNCLEAR, "consents[" + at + "]"));
            }
        }
        return answers;
    }
}
