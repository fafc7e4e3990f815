package org.safepassage.redact.renditions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safepassage.redact.Allowance;
import org.safepassage.redact.Detector;
import org.safepassage.redact.policies.Policies;
import org.safepassage.redact.pseudonyms.MemoryRegister;
import org.safepassage.redact.pseudonyms.PseudonymMaker;
import org.safepassage.redact.renditions.markup.CaseFileXhtml;
import org.safepassage.schemas.CaseFile;
import org.safepassage.schemas.CaseFileVersion;
import org.safepassage.schemas.Event;
import org.safepassage.schemas.Examination;
import org.safepassage.schemas.Exhibit;
import org.safepassage.schemas.Identifier;
import org.safepassage.schemas.NormalDate;
import org.safepassage.schemas.Person;
import org.safepassage.schemas.PersonName;
import org.safepassage.schemas.Place;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Sex;
import org.safepassage.schemas.Statement;

/// The whole form, byte for byte, and its schema.
class RedactedCaseFileTest {
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(resource("redacted-case-file.schema.json"));

    @Test
    void aCaseFileIsWrittenAsInTheGoldenOneAndIsValid() throws Exception {
        // Given
        String golden = new String(resource("redacted-case-file.golden.json").readAllBytes(), StandardCharsets.UTF_8);

        // When
        JsonNode json = redacted();

        // Then
        assertThat(json.toPrettyString() + "\n").isEqualTo(golden);
        assertThat(SCHEMA.validate(json)).isEmpty();
    }

    @Test
    void aCaseFileIsWrittenAsInTheGoldenPageForPeopleWhoRead() throws Exception {
        // Given
        String golden = new String(resource("redacted-case-file.golden.xhtml").readAllBytes(), StandardCharsets.UTF_8);

        // Then
        assertThat(CaseFileXhtml.of(written())).isEqualTo(golden);
    }

    @Test
    void noPlantedValueIsInIt() throws Exception {
        // When
        var written = written();

        // Then
        assertThat(written.json().toPrettyString() + CaseFileXhtml.of(written))
                .doesNotContain("Вярбіцк", "Алес", "Выдуман", "000-00-01", "000000001", "MP0000001")
                .doesNotContain("2021/17", "case-base", "cf-abcdefghijklmnop", "verbitskaya", "p1", "1987");
    }

    @Test
    void aMemberThatTheSchemaDoesNotKnowIsRefusedAtEveryLevel() throws Exception {
        // Given
        var json = redacted();
        ((com.fasterxml.jackson.databind.node.ObjectNode) json).put("title", "a title");
        ((com.fasterxml.jackson.databind.node.ObjectNode) json.at("/exhibits/0")).put("path", "a path");
        ((com.fasterxml.jackson.databind.node.ObjectNode) json.at("/persons/0")).put("id", "an id");

        // When
        var problems = SCHEMA.validate(json);

        // Then
        assertThat(problems)
                .extracting(problem -> problem.getInstanceLocation() + " " + problem.getProperty())
                .containsExactlyInAnyOrder("$ title", "$.exhibits[0] path", "$.persons[0] id");
    }

    private static JsonNode redacted() throws Exception {
        return written().json();
    }

    private static RedactedCaseFile written() throws Exception {
        var policy = Policies.parse("test.yaml", """
                policy: test
                description: For this test.
                generalise:
                  DATE: month
                rows:
                  any:
                    PERSON: pseudonym
                    DATE: generalise
                    LOCATION: keep
                  alleged-perpetrator:
                    PERSON: keep
                  unlinked:
                    PERSON: remove
                """);
        var caseFile = caseFile();
        var pseudonyms = new PseudonymMaker(new MemoryRegister(), new Random(1));
        var allowance = new Allowance(policy, Set.of(), caseFile.persons(), pseudonyms, "cf/");
        return new CaseFileRedactor()
                .redact(caseFile, allowance, "r-1", Detector.standard().forCase(caseFile.persons()));
    }

    private static CaseFile caseFile() {
        var day = new NormalDate("9 жніўня 2021", LocalDate.of(2021, 8, 9), LocalDate.of(2021, 8, 9));
        var summer = new NormalDate("лета 2021", LocalDate.of(2021, 6, 1), LocalDate.of(2021, 8, 31));
        var complainant = new Person(
                "p1",
                Role.COMPLAINANT,
                Sex.FEMALE,
                List.of(new PersonName("Вярбіцкая Алеся Янкаўна", "Вярбіцкая", "Алеся", "Янкаўна")),
                List.of(
                        new Identifier(Identifier.Type.PHONE, "+375 29 000-00-01"),
                        new Identifier(Identifier.Type.PASSPORT, "MP0000001"),
                        new Identifier(Identifier.Type.BIRTH_DATE, "1987-01-02")));
        var officer = new Person(
                "p2", Role.ALLEGED_PERPETRATOR, Sex.MALE, List.of(PersonName.of("Прыдуманаў Канстанцін")), List.of());
        var doctor = new Person(
                "p3", Role.MEDICAL_STAFF, Sex.UNKNOWN, List.of(PersonName.of("Выдуманава Ірына")), List.of());
        return new CaseFile(
                new CaseFileVersion("cf-abcdefghijklmnop", 1),
                "case-base",
                "2021/17",
                "Справа Вярбіцкай",
                List.of("torture"),
                List.of(complainant, officer, doctor),
                List.of(new Event("e1", "detention", summer, Place.of("г. Мінск"), "Затрыманне Вярбіцкай Алесі.")),
                List.of(new Statement(
                        "s1", "p1", "be", day, "Мяне, Алесю Вярбіцкую, біў Прыдуманаў. Тэл. +375290000001.")),
                List.of(new Examination("m1", "p1", "p3", day, "Выдуманава Ірына агледзела Вярбіцкую Алесю.")),
                List.of(
                        new Exhibit("x1", Exhibit.Kind.MEDICAL_DOCUMENT, "scan-verbitskaya.pdf", "00", 10, day),
                        new Exhibit("x2", Exhibit.Kind.PHOTOGRAPH, "p1.jpg", "01", 10, NormalDate.unread("?"))),
                List.of());
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(RedactedCaseFileTest.class.getResourceAsStream(name), name);
    }
}
