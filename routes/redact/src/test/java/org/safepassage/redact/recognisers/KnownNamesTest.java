package org.safepassage.redact.recognisers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safepassage.redact.Detector;
import org.safepassage.redact.People;
import org.safepassage.schemas.Mention;
import org.safepassage.schemas.Person;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Sex;

class KnownNamesTest {
    private final Detector detector = Detector.standard();

    @Test
    void whatOnlySoundsLikeAFondFormIsNone() {
        // Given: a police station by its initials, and somebody called Рая
        Person person = People.person("p1", Role.RELATIVE, Sex.FEMALE, "Рая");

        // When
        List<Mention> mentions = detector.detect("В РАУС держали, из РАУС отпустили.", "und", List.of(person));

        // Then
        assertThat(mentions).noneSatisfy(mention -> assertThat(mention.person()).isEqualTo("p1"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    Павел,            Павла Павлу Павлом Павле Паша Паўлам Pavel Paval
                    Лев Дурной,       Льва Льву Львом Дурного Дурному
                    Швец,             Швеца Шевца Шевцу
                    Скрыпка,          Скрыпкі Скрыпку Скрыпцы Скрыпкай
                    Вольга,           Вользе Вольгай Вольгу Ольге Volha Olga Оля
                    Марта,            Марце Марту Мартай
                    Шаўчэнка,         Шаўчэнкі Шаўчэнку Шевченко Shevchenko Szewczenko
                    Ціханоўская,      Ціханоўскай Тихановской Тихановскую Tsikhanouskaya Tikhanovskaya Cichanoŭskaja
                    Жуковский,        Жуковского Жуковскому Жукоўскага Zhukovsky Joukovski Żukowski
                    Кавалёў,          Кавалёва Ковалёву Кавалевым Kavaliou Kovalev
                    Воробей,          Воробья Воробью Воробьём Варабей
                    Чаушеску,         Чаушеску
                    Савіных,          Савіных Савиных
                    Дмитрий,          Дмитрия Дзмітрыю Зміцер Диме Dmitry Dzmitry
                    Щербина,          Щербины Shcherbina Chtcherbina
                    Tsikhanouski,     Ціханоўскага Тихановскому Tsikhanousky
                    Kavalchuk,        Кавальчука Ковальчуком Kovalchuk
                    Смирнов,          Srnirnov Smirnou Srnirnou
                    Николаева,        Nik0laeva Nikolaewa Мікалаева Мікалаевай Mikalayeva
                    Мікалаева,        Nikolaeva Nik0laeva Николаеву Nikolayeva
                    Осипов,           Восіпаў Восіпава Vosipaŭ Osipow
                    Раманюк,          Raman1uk Rarnaniuk
                    Ева,              Евы Еве Еву
                    Вольга,           Волечка Волечку Оленька
                    Янина,            Яня Яне Яніна
                    Саиф-ул-Мулук,    Саиф-ул-Мулук Саифа-ул-Мулука
                    """)
    void findsANameInItsFormsAndSpellings(String name, String forms) {
        Person person = People.person("p1", Role.WITNESS, Sex.UNKNOWN, name);
        for (String form : forms.split(" ")) {
            String text = "Потом там видели " + form + " ещё раз.";

            List<Mention> mentions = detector.detect(text, "und", List.of(person));

            assertThat(mentions).as(form + " of " + name).anySatisfy(mention -> {
                assertThat(mention.recogniser()).contains("known");
                assertThat(text.substring(mention.start(), mention.end())).isEqualTo(form);
            });
        }
    }

    @Test
    void aSharedSurnameIsLinkedToNobody() {
        // Given
        Person witness = People.person("w", Role.WITNESS, Sex.MALE, "Козлов Антон Ильич");

        // When
        List<Mention> mentions =
                known("Козлов кричал. Антон Козлов молчал. Игорь Козлов бил.", witness, People.kozlov());

        // Then
        assertThat(mentions).extracting(Mention::person).containsExactly(null, "w", "p2");
    }

    @Test
    void initialsTellWhoIsMeantAndWhoIsNot() {
        Person witness = People.person("w", Role.WITNESS, Sex.MALE, "Козлов Антон Ильич");

        List<Mention> mentions = known("А.И. Козлов; Козлов И.П.; В.В. Козлов", witness, People.kozlov());

        assertThat(mentions).extracting(Mention::person).containsExactly("w", "p2", null);
    }

    @Test
    void aMisspellingThatADictionaryTakesForASurnameIsAMisspellingStill() {
        Person witness = People.person("w", Role.WITNESS, Sex.MALE, "Ибрагимов Рустам");

        assertThat(known("Он вписал в бумаги Ибрагмов.", witness))
                .extracting(Mention::person)
                .containsExactly("w");
    }

    @Test
    void initialsTellThatAWordIsASurname() {
        Person witness = People.person("w", Role.WITNESS, Sex.FEMALE, "Коваль Анастасия Анатольевна");

        List<Mention> mentions = known("Так было. Каваль А. А. знаходзілася там. А.А. Каваль пайшла.", witness);

        assertThat(mentions).extracting(Mention::person).containsExactly("w", "w");
    }

    @Test
    void initialsTellItInBelarusianToo() {
        Person perpetrator = People.person("p", Role.ALLEGED_PERPETRATOR, Sex.MALE, "Хмелевский Игорь Геннадьевич");

        List<Mention> mentions = known("І. Г. Хмялеўскі; Хмялеўскі І.Г.; Хмялеўскі А.Г.", perpetrator);

        assertThat(mentions).extracting(Mention::person).containsExactly("p", "p", null);
    }

    @Test
    void aBelarusianPatronymicIsNoSurnameThatOthersShare() {
        Person perpetrator = People.person("p", Role.ALLEGED_PERPETRATOR, Sex.MALE, "Кулік Антон Леанідавіч");
        Person witness = People.person("w", Role.WITNESS, Sex.MALE, "Казлоў Раман Леанідавіч");

        List<Mention> mentions = known("Потым прыйшоў Кулік.", perpetrator, witness);

        assertThat(mentions).singleElement().satisfies(mention -> {
            assertThat(mention.person()).isEqualTo("p");
            assertThat(mention.confidence()).isGreaterThanOrEqualTo(LinkStrength.SURE);
        });
    }

    @Test
    void aSurnameThatLooksLikeAPatronymicStandsFirst() {
        Person perpetrator = People.person("p", Role.ALLEGED_PERPETRATOR, Sex.MALE, "Раманавіч Антон Ігаравіч");

        assertThat(known("Потым прыйшоў Раманавіч.", perpetrator))
                .singleElement()
                .satisfies(mention -> {
                    assertThat(mention.type()).isEqualTo("PERSON.SURNAME");
                    assertThat(mention.confidence()).isGreaterThanOrEqualTo(LinkStrength.SURE);
                });
    }

    @Test
    void aPrepositionBeforeANameIsNoOtherGivenName() {
        Person perpetrator = People.person("p", Role.ALLEGED_PERPETRATOR, Sex.MALE, "Савіцкі Зміцер Ігаравіч");
        String text = "Потым сціхла. Ад Змітра Савіцкага я чуў пагрозы.";

        List<Mention> mentions = known(text, perpetrator);

        assertThat(mentions).singleElement().satisfies(mention -> {
            assertThat(mention.person()).isEqualTo("p");
            assertThat(text.substring(mention.start(), mention.end())).isEqualTo("Змітра Савіцкага");
        });
    }

    @Test
    void anEndingOfTheOtherSexIsLinkedToNobody() {
        List<Mention> mentions = known("Видели Козловой тень. Козловым овладел гнев.", People.kozlov());

        assertThat(mentions).extracting(Mention::person).containsExactly(null, "p2");
    }

    @Test
    void aStrangeGivenNameBesideASurnameUnmakesTheLink() {
        List<Mention> mentions = known("Позвали Козлова Сергея.", People.kozlov());

        assertThat(mentions).singleElement().satisfies(mention -> {
            assertThat(mention.person()).isNull();
            assertThat(mention.end()).isEqualTo("Позвали Козлова Сергея".length());
        });
    }

    @Test
    void aMisspellingIsFoundButNotSureEnoughToKeepAName() {
        Person person = People.person("p1", Role.ALLEGED_PERPETRATOR, Sex.UNKNOWN, "Тихановская");

        List<Mention> mentions = known("Пришла Тихановсая.", person);

        assertThat(mentions)
                .singleElement()
                .satisfies(mention -> assertThat(mention.confidence()).isLessThan(LinkStrength.SURE));
    }

    @Test
    void textWithoutCapitalsIsSearchedToo() {
        assertThat(known("потом козлов и ещё двое били его ногами", People.kozlov()))
                .hasSize(1);
        assertThat(known("ПОТОМ КОЗЛОВ И ЕЩЁ ДВОЕ БИЛИ ЕГО НОГАМИ", People.kozlov()))
                .hasSize(1);
    }

    @Test
    void emptyAndOneLetterNamesAreReportedAndNotMatched() {
        var detection = detector.detection(
                "К. и Я. пришли",
                "ru",
                List.of(
                        People.person("empty", Role.OTHER, Sex.UNKNOWN, ""),
                        People.person("letter", Role.OTHER, Sex.UNKNOWN, "К.")));

        assertThat(detection.notices()).extracting(notice -> notice.person()).containsExactly("empty", "letter");
        assertThat(detection.mentions())
                .noneMatch(mention -> mention.recogniser().contains("known"));
    }

    private List<Mention> known(String text, Person... persons) {
        return detector.detect(text, "ru", List.of(persons)).stream()
                .filter(mention -> mention.recogniser().equals("known-name"))
                .toList();
    }
}
