package org.safepassage.redact.renditions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safepassage.redact.Allowance;
import org.safepassage.redact.Detector;
import org.safepassage.redact.policies.Policies;
import org.safepassage.redact.policies.Policy;
import org.safepassage.redact.pseudonyms.MemoryRegister;
import org.safepassage.redact.pseudonyms.PseudonymMaker;
import org.safepassage.schemas.CaseFile;
import org.safepassage.schemas.CaseFileVersion;
import org.safepassage.schemas.Event;
import org.safepassage.schemas.Exhibit;
import org.safepassage.schemas.Identifier;
import org.safepassage.schemas.NormalDate;
import org.safepassage.schemas.Person;
import org.safepassage.schemas.PersonName;
import org.safepassage.schemas.Place;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Sex;
import org.safepassage.schemas.Statement;

class CaseFileRedactorTest {
    private static final Person COMPLAINANT = new Person(
            "p1",
            Role.COMPLAINANT,
            Sex.FEMALE,
            List.of(new PersonName("Вярбіцкая Алеся Янкаўна", "Вярбіцкая", "Алеся", "Янкаўна")),
            List.of(new Identifier(Identifier.Type.PHONE, "+375 29 000-00-01")));
    private static final Person OFFICER = new Person(
            "p2",
            Role.ALLEGED_PERPETRATOR,
            Sex.MALE,
            List.of(new PersonName("Прыдуманаў Канстанцін", "Прыдуманаў", "Канстанцін", "")),
            List.of());

    @Test
    void aVictimGetsACodeAndWhatPointsToHerGoesWhileTheAllegedPerpetratorStaysNamed() throws Exception {
        // Given
        var policy = policy("PERSON: pseudonym", "DATE: generalise");

        // When
        var redacted = redact(policy, Set.of());

        // Then
        assertThat(redacted.json().toPrettyString().replaceAll("Person [A-Z0-9]{4}", "Person XXXX"))
                .contains("\"is\" : \"Person XXXX\"")
                .contains("\"is\" : \"Прыдуманаў Канстанцін\"")
                .contains("\"withheld\" : [ \"phone\" ]")
                .contains("\"date\" : \"2021-08\"")
                .doesNotContain("Вярбіцк")
                .doesNotContain("Алес")
                .doesNotContain("000-00-01")
                .doesNotContain("2021/17")
                .doesNotContain("scan-Verbitskaya.pdf")
                .doesNotContain("cf-abcdefghijklmnop")
                .doesNotContain("casebase");
    }

    @Test
    void aPersonWhoMayBeNamedIsNamed() throws Exception {
        // Given
        var policy = policy("PERSON: pseudonym", "DATE: keep");

        // When
        var redacted = redact(policy, Set.of("p1"));

        // Then
        assertThat(redacted.json().at("/persons/0/is").asText()).isEqualTo("Вярбіцкая Алеся Янкаўна");
        assertThat(redacted.json().at("/events/0/date").asText()).isEqualTo("2021-08-09");
    }

    private static RedactedCaseFile redact(Policy policy, Set<String> permitted) {
        var caseFile = caseFile();
        var pseudonyms = new PseudonymMaker(new MemoryRegister(), new Random(1));
        var allowance = new Allowance(policy, permitted, caseFile.persons(), pseudonyms, "cf/");
        return new CaseFileRedactor()
                .redact(caseFile, allowance, "r-1", Detector.standard().forCase(caseFile.persons()));
    }

    private static Policy policy(String person, String date) throws Exception {
        return Policies.parse("test.yaml", """
                policy: test
                description: For this test.
                generalise:
                  DATE: month
                rows:
                  any:
                    %s
                    %s
                    LOCATION: keep
                  permitted:
                    PERSON: keep
                  alleged-perpetrator:
                    PERSON: keep
                  unlinked:
                    PERSON: remove
                """.formatted(person, date));
    }

    private static CaseFile caseFile() {
        var day = new NormalDate("9 жніўня 2021", LocalDate.of(2021, 8, 9), LocalDate.of(2021, 8, 9));
        return new CaseFile(
                new CaseFileVersion("cf-abcdefghijklmnop", 1),
                "casebase",
                "2021/17",
                "Справа Вярбіцкай",
                List.of("torture"),
                List.of(COMPLAINANT, OFFICER),
                List.of(new Event("e1", "detention", day, Place.of("г. Мінск"), "Затрыманне Вярбіцкай А. Я.")),
                List.of(new Statement(
                        "s1", "p1", "be", day, "Мяне, Алесю Вярбіцкую, біў Прыдуманаў. Тэл. +375290000001.")),
                List.of(),
                List.of(new Exhibit("x1", Exhibit.Kind.MEDICAL_DOCUMENT, "med/scan-Verbitskaya.pdf", "00", 10, day)),
                List.of());
    }
}
