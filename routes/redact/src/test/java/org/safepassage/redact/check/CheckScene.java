package org.safepassage.redact.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.safepassage.redact.Allowance;
import org.safepassage.redact.People;
import org.safepassage.redact.policies.Policies;
import org.safepassage.redact.policies.Policy;
import org.safepassage.redact.policies.PolicyInvalid;
import org.safepassage.redact.pseudonyms.MemoryRegister;
import org.safepassage.redact.pseudonyms.PseudonymMaker;
import org.safepassage.schemas.CaseFile;
import org.safepassage.schemas.CaseFileVersion;
import org.safepassage.schemas.Content;
import org.safepassage.schemas.Exhibit;
import org.safepassage.schemas.Extraction;
import org.safepassage.schemas.Identifier;
import org.safepassage.schemas.NormalDate;
import org.safepassage.schemas.Person;
import org.safepassage.schemas.PersonName;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Sex;

/// An invented case and what one recipient may see of it: the perpetrator, and the lawyer who permits it, by name.
final class CheckScene {
    private static final String PLAIN = """
            policy: plain
            description: a policy for tests
            generalise: {DATE: month}
            rows:
              any:
                PERSON: pseudonym
                LOCATION: keep
                LOCATION.ADDRESS: remove
                ORGANISATION: keep
                ORGANISATION.WORKPLACE: remove
                DATE: generalise
                DATE.BIRTH: remove
                CODE: remove
                CONTACT: remove
                DEMOGRAPHIC: keep
                DEMOGRAPHIC.FAMILY: remove
                DEMOGRAPHIC.PROFESSION: remove
                QUANTITY: keep
                QUANTITY.BODY: keep
                QUANTITY.AGE: remove
              permitted: {PERSON: keep}
              alleged-perpetrator: {PERSON: keep}
              unlinked: {PERSON: remove}
            """;

    static final Person COMPLAINANT = new Person(
            "p1",
            Role.COMPLAINANT,
            Sex.FEMALE,
            List.of(new PersonName("Кавалеўская Надзея Сцяпанаўна", "Кавалеўская", "Надзея", "Сцяпанаўна")),
            List.of(
                    new Identifier(Identifier.Type.PHONE, "+375 29 613-48-07"),
                    new Identifier(Identifier.Type.EMAIL, "n.kavaleuskaja@example.org"),
                    new Identifier(Identifier.Type.SOCIAL_HANDLE, "@nadzeja_k84"),
                    new Identifier(Identifier.Type.ADDRESS, "г. Гомель, вул. Падгорная, д. 17, кв. 42"),
                    new Identifier(Identifier.Type.PASSPORT, "HB2719384"),
                    new Identifier(Identifier.Type.PERSONAL_NUMBER, "4120384A073PB6"),
                    new Identifier(Identifier.Type.VEHICLE_PLATE, "3851 KT-3"),
                    new Identifier(Identifier.Type.BIRTH_DATE, "1984-03-12"),
                    new Identifier(Identifier.Type.WORKPLACE, "Гомельский завод пусковых двигателей"),
                    new Identifier(Identifier.Type.MEDICAL_RECORD, "МК-20931/21")));
    static final Person WITNESS = People.person("p2", Role.WITNESS, Sex.MALE, "Щербаченко", "Фёдор", "Ильич");
    static final Person RELATIVE = People.person("p3", Role.RELATIVE, Sex.FEMALE, "Громова", "Анна", "Петровна");
    static final Person PERPETRATOR =
            People.person("p4", Role.ALLEGED_PERPETRATOR, Sex.MALE, "Громов", "Виктор", "Олегович");
    static final Person LAWYER = People.person("p5", Role.LAWYER, Sex.FEMALE, "Лазарчук", "Ирина", "Павловна");
    static final List<Person> PERSONS = List.of(COMPLAINANT, WITNESS, RELATIVE, PERPETRATOR, LAWYER);
    static final CaseFile CASE = new CaseFile(
            CaseFileVersion.parse("cf-ab23cd34ef56gh72.v1"),
            "partner-a",
            "VS-2021/0734",
            "",
            List.of("torture"),
            PERSONS,
            List.of(),
            List.of(),
            List.of(),
            List.of(new Exhibit(
                    "ex-1",
                    Exhibit.Kind.INTERVIEW,
                    "cases/17/kavaleuskaja_rasprova7.docx",
                    null,
                    0,
                    NormalDate.unread(""))),
            List.of());

    private CheckScene() {}

    static Allowance allowance() {
        return allowance(policy());
    }

    static Allowance allowance(Policy policy) {
        return allowance(policy, PERSONS, Set.of("p5"));
    }

    /// For these persons, of whom some permit that they are named.
    static Allowance allowance(List<Person> persons, String... permitted) {
        return allowance(policy(), persons, Set.of(permitted));
    }

    private static Allowance allowance(Policy policy, List<Person> persons, Set<String> permitted) {
        var pseudonyms = new PseudonymMaker(new MemoryRegister(), new Random(5));
        return new Allowance(policy, permitted, persons, pseudonyms, "cf/");
    }

    /// The same case with other persons and nothing else in it.
    static CaseFile caseFile(List<Person> persons) {
        return new CaseFile(
                CASE.id(),
                CASE.partner(),
                CASE.partnerCaseNumber(),
                "",
                List.of(),
                persons,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /// With these rules for everybody in place of its own of the same types.
    static Policy policy(String... rules) {
        String text = PLAIN;
        for (String rule : rules) {
            String type = rule.substring(0, rule.indexOf(':'));
            text = text.replaceFirst("(?m)^( +)" + type + ":.*$", "$1" + rule);
        }
        try {
            return Policies.parse("plain.yaml", text);
        } catch (PolicyInvalid e) {
            throw new IllegalStateException(e);
        }
    }

    /// Reads UTF-8 as it stands, as a reader of plain text would.
    static ReadBack plainReader() {
        return (content, name) -> extraction(Extraction.Status.OK, text(content), Map.of());
    }

    static ReadBack reader(Extraction extraction) {
        return (content, name) -> extraction;
    }

    static Extraction extraction(Extraction.Status status, String text, Map<String, List<String>> metadata) {
        return new Extraction(status, "", "text/plain", 0, List.of(), text, List.of(), metadata, List.of());
    }

    static CheckedFile file(String path, String text) {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    static CheckedFile file(String path, byte[] bytes) {
        return new CheckedFile(path, Content.of(bytes));
    }

    static CheckResult check(CheckedFile... files) {
        return check(plainReader(), files);
    }

    static CheckResult check(ReadBack reader, CheckedFile... files) {
        return check(reader, allowance(), files);
    }

    static CheckResult check(ReadBack reader, Allowance allowance, CheckedFile... files) {
        try {
            return new ExitCheck(reader).check(List.of(files), CASE, allowance, List.of("Мартынюк Лявон"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Content content) throws IOException {
        try (InputStream stream = content.open()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
