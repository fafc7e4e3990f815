package org.safepassage.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safepassage.redact.policies.Action;
import org.safepassage.redact.policies.Policies;
import org.safepassage.redact.policies.Policy;
import org.safepassage.schemas.Mention;
import org.safepassage.schemas.Person;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Sex;

class TextRedactorTest {
    private static final Path POLICIES = Path.of(System.getProperty("safepassage.root"), "config", "policies");

    private final Detector detector = Detector.standard();
    private final TextRedactor redactor = new TextRedactor();

    @Test
    void perpetratorsStayAndWitnessesGetTheirCode() throws Exception {
        assertThat(redact("accountability-platform", Set.of(), "Козлов бил Иванова П.С. 9 августа 2020 года."))
                .isEqualTo("Козлов бил Лицо p1. 9 августа 2020 года.");
    }

    @Test
    void theFullStopOfInitialsGoesWithThemUnlessItEndsTheSentence() throws Exception {
        assertThat(redact("accountability-platform", Set.of(), "Иванов П.С. молчал. Увели Иванова П.С. Стало тихо."))
                .isEqualTo("Лицо p1 молчал. Увели Лицо p1. Стало тихо.");
    }

    @Test
    void whoMayBeNamedIsNamed() throws Exception {
        assertThat(redact("accountability-platform", Set.of("p1"), "Били Иванова Петра."))
                .isEqualTo("Били Иванова Петра.");
    }

    @Test
    void aSharedSurnameIsAlwaysRedacted() throws Exception {
        // Given
        Person witness = People.person("w", Role.WITNESS, Sex.MALE, "Козлов Антон Ильич");

        // When
        String redacted = redact("accountability-platform", Set.of(), "Ушёл Козлов.", People.kozlov(), witness);

        // Then
        assertThat(redacted).isEqualTo("Ушёл [имя].");
    }

    @Test
    void theFullStopOfAYearStaysWhereItEndsTheSentence() throws Exception {
        assertThat(redact(
                        "un-mechanism",
                        Set.of(),
                        "Это было 9 августа 2020 г. Возле ворот стояли. С 9 мая 2021 г. тихо."))
                .isEqualTo("Это было 2020-08. Возле ворот стояли. С 2021-05 тихо.");
    }

    @Test
    void anEnglishDateIsADateAndAnAddressAPlaceWhateverATaggerTakesThemFor() throws Exception {
        assertThat(redact(
                        "public-report",
                        Set.of(),
                        "On 18.09.2022 masked men stopped me; he lives at vulica Zornaja 36-49, Brest."))
                .isEqualTo("On 2022-09 masked men stopped me; he lives at [место].");
    }

    @Test
    void datesAreToldByTheMonthWhereThePolicySaysSo() throws Exception {
        assertThat(redact("un-mechanism", Set.of(), "Это было 9 августа 2020 года."))
                .isEqualTo("Это было 2020-08.");
    }

    @Test
    void whatNoLineCoversIsRemoved() {
        var policy = new Policy(
                "empty", "nothing is covered", java.util.Map.of(), org.safepassage.redact.policies.Precision.MONTH);
        var mention = new Mention(0, 4, "QUANTITY", null, null, 1, "test");

        assertThat(policy.action(mention, Set.of(), 0.9)).isEqualTo(Action.REMOVE);
    }

    @Test
    void aHyphenatedNameLosesBothHalvesAndKeepsTheLineBreak() throws Exception {
        assertThat(redact("accountability-platform", Set.of(), "Били Ива-\nнова вчера."))
                .isEqualTo("Били Лицо p1\n вчера.");
    }

    @Test
    void partOfAWordIsWidenedToTheWhole() throws Exception {
        var policies = Policies.load(POLICIES);
        var mention = new Mention(2, 5, "CODE", null, null, 1, "test");

        RedactedText redacted = redactor.redact(
                "x 1234567 y",
                List.of(mention),
                policies.find("un-mechanism").orElseThrow(),
                Set.of(),
                List.of(),
                code());

        assertThat(redacted.text()).isEqualTo("x [number] y");
        assertThat(redacted.redactions()).containsExactly(new Redaction("", "CODE", Action.REMOVE, "test"));
    }

    @Test
    void overlappingMentionsBecomeOneUnderTheStrictestAction() throws Exception {
        var policies = Policies.load(POLICIES);
        var date = new Mention(0, 10, "DATE", null, null, 1, "a");
        var number = new Mention(8, 14, "CODE", null, null, 1, "b");

        RedactedText redacted = redactor.redact(
                "2020-08-09 123 z",
                List.of(date, number),
                policies.find("un-mechanism").orElseThrow(),
                Set.of(),
                List.of(),
                code());

        assertThat(redacted.text()).isEqualTo("[number] z");
    }

    private String redact(String policy, Set<String> permitted, String text) throws Exception {
        return redact(policy, permitted, text, People.piotr(), People.kozlov());
    }

    private String redact(String policy, Set<String> permitted, String text, Person... persons) throws Exception {
        var allowance = new Allowance(
                Policies.load(POLICIES).find(policy).orElseThrow(), permitted, List.of(persons), code(), "");
        List<Mention> mentions = detector.detect(text, "ru", List.of(persons));
        return redactor.redact(text, "ru", "test", mentions, allowance).text();
    }

    private static org.safepassage.redact.pseudonyms.Pseudonyms code() {
        return (entity, type, sex, language) -> "Лицо " + entity;
    }
}
