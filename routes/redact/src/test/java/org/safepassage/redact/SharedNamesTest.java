package org.safepassage.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safepassage.redact.policies.Policies;
import org.safepassage.redact.policies.Policy;
import org.safepassage.schemas.Person;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Sex;

/// A perpetrator who may be named shares names with people who may not: whatever could mean one of them goes.
class SharedNamesTest {
    private static final List<Person> PERSONS = List.of(
            People.person("p1", Role.COMPLAINANT, Sex.FEMALE, "Рагоўская Вольга Пятроўна"),
            People.person("p2", Role.WITNESS, Sex.MALE, "Никитин Артём Олегович"),
            People.person("p3", Role.RELATIVE, Sex.FEMALE, "Marharyta Kazlova"),
            People.person("p4", Role.ALLEGED_PERPETRATOR, Sex.MALE, "Рагоўскі Дзмітрый Віктаравіч"),
            People.person("p5", Role.ALLEGED_PERPETRATOR, Sex.MALE, "Жуковский Артём Олегович"),
            People.person("p6", Role.ALLEGED_PERPETRATOR, Sex.MALE, "Vasil Kazlou"),
            People.person("p7", Role.COMPLAINANT, Sex.FEMALE, "Кулик Раиса Ивановна"));

    private final Detector detector = Detector.standard();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Біў Рагоўскі Дзмітрый.                  | Біў Рагоўскі Дзмітрый.
            З Рагоўскім размаўлялі па рацыі.        | З [імя] размаўлялі па рацыі.
            Бил Жуковский Артём Олегович.           | Бил Жуковский Артём Олегович.
            Бил Артём Олегович.                     | Бил [имя].
            Бил Жуковский. Артём Никитин видел это. | Бил Жуковский. Лицо p2 видел это.
            He was hit by Vasil Kazlou.             | He was hit by Vasil Kazlou.
            Kazlova was not called as a witness.    | [name] was not called as a witness.
            Его записали как «Кулек», с ошибкой.    | Его записали как «Лицо p7», с ошибкой.
            Раю как свидетеля не вызвали.           | Лицо p7 как свидетеля не вызвали.
            Машину вёл Бородич Г. А. Ночью ушли.    | Машину вёл [имя]. Ночью ушли.
            """)
    void whoeverSharesANameWithSomebodyProtectedGoesUnlessMoreSaysWhoItIs(String before, String after)
            throws Exception {
        // Given
        Policy policy = Policies.load(Path.of(System.getProperty("safepassage.root"), "config", "policies"))
                .find("accountability-platform")
                .orElseThrow();
        String tag = after.contains("[імя]") ? "be" : after.contains("[name]") ? "en" : "ru";
        var mentions = detector.forCase(PERSONS).detect(new CaseText("t", before, tag));

        // When
        var redacted = new TextRedactor()
                .redact(
                        before,
                        tag,
                        "t",
                        mentions,
                        new Allowance(
                                policy, Set.of(), PERSONS, (entity, type, sex, language) -> "Лицо " + entity, ""));

        // Then
        assertThat(redacted.text()).isEqualTo(after);
    }
}
