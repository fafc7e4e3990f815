package org.safepassage.redact.recognisers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.safepassage.redact.CaseDetector;
import org.safepassage.redact.CaseText;
import org.safepassage.redact.Detector;
import org.safepassage.redact.HostileTexts;
import org.safepassage.schemas.Identifier;
import org.safepassage.schemas.Mention;
import org.safepassage.schemas.Person;
import org.safepassage.schemas.PersonName;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Sex;

/// A case of very many persons: whatever they share is found, points to none of them, and costs no more than what a few
/// share.
class CrowdsTest {
    private static final int MANY = 400;

    @Test
    void aNameOfVeryManyIsFoundInAnyFormAndIsNobodys() {
        // Given
        CaseDetector detector = Detector.standard().forCase(family(MANY));
        String text = "Тогда Кулика увели, и Ivan Kulik больше не вернулся. Кулік прасіў вады. КУЛИК ИВАН спал.";

        // When
        List<Mention> mentions = detector.detect(new CaseText("t", text, "ru"));

        // Then
        assertThat(mentions).allMatch(mention -> mention.person() == null);
        assertThat(redacted(text, mentions)).isEqualTo("Тогда … увели, и … больше не вернулся. … прасіў вады. … спал.");
    }

    @Test
    void oneAmongVeryManyIsStillTold() {
        // Given
        var persons = new ArrayList<>(family(MANY));
        persons.add(person("one", new PersonName("", "Жураховский", "Ефросин", "")));

        // When
        List<Mention> mentions = Detector.standard()
                .forCase(persons)
                .detect(new CaseText("t", "Потом увели Ефросина Жураховского.", "ru"));

        // Then
        assertThat(mentions).singleElement().extracting(Mention::person).isEqualTo("one");
    }

    /// Somebody of the crowd may be meant beside a name that only one other person bears.
    @Test
    void aNameOfVeryManyBesideOneOfFewIsNobodys() {
        // Given
        var persons = new ArrayList<>(family(MANY));
        persons.add(person("one", new PersonName("", "Жураховский", "Пётр", "")));

        // When
        List<Mention> mentions =
                Detector.standard().forCase(persons).detect(new CaseText("t", "Потом увели Ивана Жураховского.", "ru"));

        // Then
        assertThat(mentions).isNotEmpty().allMatch(mention -> mention.person() == null);
        assertThat(redacted("Потом увели Ивана Жураховского.", mentions)).doesNotContain("Жураховск", "Иван");
    }

    @Test
    void aStreetOfVeryManyIsFoundAndAHouseTellsWhose() {
        // Given
        List<Person> street = IntStream.rangeClosed(1, MANY)
                .mapToObj(i -> new Person(
                        "p" + i,
                        Role.WITNESS,
                        Sex.UNKNOWN,
                        List.of(new PersonName("", HostileTexts.surname(i), "", "")),
                        List.of(new Identifier(Identifier.Type.ADDRESS, "вул. Падгорная, д. " + i))))
                .toList();
        CaseDetector detector = Detector.standard().forCase(street);

        // When
        List<Mention> house = detector.detect(new CaseText("t", "Яны жылі: вул. Падгорная, д. 17.", "be"));
        List<Mention> road = detector.detect(new CaseText("t", "Яны выйшлі на вул. Падгорную разам.", "be"));

        // Then
        assertThat(house).extracting(Mention::person).contains("p17").doesNotContain("p18");
        assertThat(road).isNotEmpty().allMatch(mention -> mention.person() == null);
    }

    /// Counted, so that no machine's speed matters.
    @Tag("slow")
    @Test
    void aLookUpAmongTenThousandGivesNoMoreThanAmongAThousand() {
        // When
        KnownIdentities thousand = KnownIdentities.of(HostileTexts.crowd(1_000));
        KnownIdentities tenThousand = KnownIdentities.of(HostileTexts.crowd(10_000));

        // Then
        for (String word : List.of("кулик", "иван", "kulik", "пётр", "иванович", "кулек")) {
            assertThat(tenThousand.find(word))
                    .as(word)
                    .isNotEmpty()
                    .hasSizeLessThanOrEqualTo(thousand.find(word).size());
        }
    }

    private static List<Person> family(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> person("p" + i, new PersonName("Кулик Иван", "Кулик", "Иван", "")))
                .toList();
    }

    private static Person person(String id, PersonName name) {
        return new Person(id, Role.WITNESS, Sex.UNKNOWN, List.of(name), List.of());
    }

    private static String redacted(String text, List<Mention> mentions) {
        var left = new StringBuilder(text);
        for (Mention mention : mentions.reversed()) {
            left.replace(mention.start(), mention.end(), "…");
        }
        return left.toString().replaceAll("…( …)*", "…");
    }
}
