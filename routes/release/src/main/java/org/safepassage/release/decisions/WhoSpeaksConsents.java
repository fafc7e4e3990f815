package org.safepassage.release.decisions;

import java.util.ArrayList;
import java.util.List;
import org.safepassage.schemas.CaseFile;
import org.safepassage.schemas.Consent;
import org.safepassage.schemas.HoldReason;
import org.safepassage.schemas.Person;
import org.safepassage.schemas.Role;

/// Every complainant consents to these terms. So does everybody else whose own words or examination are in the file
/// and of whom a consent is recorded: a witness who said no has said no to this as well. A witness who was never asked
/// is not named, but holds nothing up.
final class WhoSpeaksConsents implements Rule {
    @Override
    public List<Answer> ask(Question question) {
        CaseFile caseFile = question.caseFile();
        var answers = new ArrayList<Answer>();
        boolean complainant = false;
        for (int at = 0; at < caseFile.persons().size(); at++) {
            Person person = caseFile.persons().get(at);
            ConsentOfOnePerson consent = consentOf(person, caseFile);
            boolean complains = person.role() == Role.COMPLAINANT;
            complainant |= complains;
            if (complains || (speaks(person, caseFile) && !consent.recorded().isEmpty())) {
                answers.add(answer(consent.towards(question), "persons[" + at + "]"));
            }
        }
        if (!complainant) {
            answers.add(new Answer.Doubt("no-complainant", HoldReason.CONSENT_UNCLEAR, "persons"));
        }
        return answers;
    }

    static ConsentOfOnePerson consentOf(Person person, CaseFile caseFile) {
        List<Consent> recorded = caseFile.consents().stream()
                .filter(consent -> consent.person().equals(person.id()))
                .toList();
        return new ConsentOfOnePerson(recorded);
    }

    private static boolean speaks(Person person, CaseFile caseFile) {
        return caseFile.statements().stream()
                        .anyMatch(statement -> statement.person().equals(person.id()))
                || caseFile.examinations().stream()
                        .anyMatch(examination -> examination.person().equals(person.id()));
    }

    private static Answer answer(ConsentOfOnePerson.Standing standing, String where) {
        return switch (standing) {
            case COVERS -> new Answer.Yes("consent-covers");
            case DATED_LATER -> new Answer.Doubt("consent-dated-later", HoldReason.CONSENT_UNCLEAR, where);
            case UNCLEAR -> new Answer.Doubt("consent-unclear", HoldReason.CONSENT_UNCLEAR, where);
            case EXPIRED -> new Answer.No("consent-expired", where);
            case OUT_OF_SCOPE -> new Answer.No("consent-out-of-scope", where);
            case ABSENT -> new Answer.No("consent-absent", where);
            case REFUSED -> new Answer.No("consent-refused", where);
            case WITHDRAWN -> new Answer.No("consent-withdrawn", where);
        };
    }
}
