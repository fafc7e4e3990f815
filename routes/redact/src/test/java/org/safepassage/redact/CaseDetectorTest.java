package org.safepassage.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepassage.schemas.Mention;

class CaseDetectorTest {
    private final Detector detector = Detector.standard();

    @Test
    void aNameThatOneTextRevealsIsFoundInTheOthers() {
        // Given
        var first = new CaseText("a", "Нас допрашивал майор Гуртовенко.", "ru");
        var second = new CaseText("b", "Потом вошёл Гуртовенко и ушёл.", "ru");

        // When
        List<List<Mention>> mentions = detector.forCase(List.of()).detect(List.of(second, first));

        // Then
        assertThat(Marked.by("person-pattern", second.text(), mentions.get(0))).contains("[Гуртовенко|");
    }

    @ParameterizedTest
    @CsvSource({
        "'пришёл \u202Eи нёмес\u202C и сел', 7, 15",
        "'тел. \u202E34-21 и\nпотом', 5, 13",
        "'\u202E...\u202C ничего', -1, -1",
        "'𝒳 \u202E34-21', 2, 8"
    })
    void whatAnOverrideShowsBackwardsIsOneMentionWhateverItIs(String text, int start, int end) {
        // When
        var turned = detector.forCase(List.of()).detect(new CaseText("a", text, "ru")).stream()
                .filter(mention -> mention.recogniser().equals("turned-text"))
                .toList();

        // Then
        if (start < 0) {
            assertThat(turned).isEmpty();
        } else {
            assertThat(turned).singleElement().satisfies(mention -> {
                assertThat(mention.type()).isEqualTo("PERSON");
                assertThat(mention.start()).isEqualTo(start);
                assertThat(mention.end()).isEqualTo(end);
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ru, потом ковалевскую увели, ковалевскую",
        "be, потым кавалеўскую павезлі, кавалеўскую",
        "be, потым кав*леўск*я маўчала, кав*леўск*я"
    })
    void aNameThatOneTextRevealsIsFoundInAnotherThatWritesItSmall(String language, String pattern, String name) {
        // Given: a star for a Latin letter that looks like the Cyrillic one
        String text = pattern.replace('*', 'a');
        var first = new CaseText("a", "Надзея Кавалеўская была ў камеры. Надежда Ковалевская была в камере.", language);
        var second = new CaseText("b", text, language);

        // When
        List<List<Mention>> mentions = detector.forCase(List.of()).detect(List.of(first, second));

        // Then
        assertThat(mentions.get(1))
                .anySatisfy(mention -> assertThat(text.substring(mention.start(), mention.end()))
                        .isEqualTo(name.replace('*', 'a')));
    }

    @ParameterizedTest
    @CsvSource({"then whitcombe was taken away, whitcombe", "later they beat stankevich again, stankevich"})
    void anEnglishTextThatWritesItSmallIsSearchedToo(String text, String name) {
        // Given
        var first = new CaseText("a", "Mr Emeka Whitcombe and Ms Nasta Stankevich were in the cell.", "en");
        var second = new CaseText("b", text, "en");

        // When
        List<List<Mention>> mentions = detector.forCase(List.of()).detect(List.of(first, second));

        // Then
        assertThat(mentions.get(1))
                .anySatisfy(mention -> assertThat(text.substring(mention.start(), mention.end()))
                        .isEqualTo(name));
    }

    @Test
    void anOrdinaryWordThatASurnameIsTooIsLeftWhereItIsWrittenSmall() {
        // Given
        var first = new CaseText("a", "Допросили Виктора Кузнеца и Ольгу Мельник.", "ru");
        var second = new CaseText("b", "там были мельник, кузнец и вечером кузница", "ru");

        // When
        List<List<Mention>> mentions = detector.forCase(List.of()).detect(List.of(first, second));

        // Then
        assertThat(mentions.get(1)).noneMatch(mention -> mention.type().startsWith("PERSON"));
    }

    @Test
    void aWordThatOnlySoundsLikeANameFoundElsewhereIsLeftWhereASentenceBegins() {
        // Given
        var first = new CaseText("a", "Прыйшоў Коля Гуртавенка.", "be");
        var second = new CaseText("b", "Калі яго павялі, я маўчаў. Каля варот стаяў Коля.", "be");

        // When
        List<List<Mention>> mentions = detector.forCase(List.of()).detect(List.of(first, second));

        // Then
        assertThat(mentions.get(1))
                .singleElement()
                .satisfies(mention -> assertThat(second.text().substring(mention.start(), mention.end()))
                        .isEqualTo("Коля"));
    }

    @Test
    void aRankBeforeALinkedNameIsNobodysName() {
        // Given
        String text = "She was beaten by Major Igor Kozlov, and nobody saw it.";

        // When
        List<Mention> mentions = detector.detect(text, "en", List.of(People.kozlov()));

        // Then
        assertThat(mentions).noneMatch(mention -> mention.start() == text.indexOf("Major"));
        assertThat(mentions).anyMatch(mention -> mention.end() == text.indexOf(", and"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Я тады працавала (ТАА «Сініца Софт 23», г. Гродна), і начальнік ужо пытаўся",
                "Потым у вёсцы Гродна спынілі аўтобус."
            })
    void aTownBehindAWordThatAnnouncesItIsNobody(String text) {
        assertThat(detector.detect(text, "be", List.of()))
                .filteredOn(
                        mention -> mention.start() <= text.indexOf("Гродна") && mention.end() > text.indexOf("Гродна"))
                .extracting(Mention::type)
                .containsExactly("LOCATION");
    }

    @Test
    void aNameBesideALinkedNameKeepsTheLink() {
        String text = "Майор Козлов, Сидорчук Пётр Ильич и другие";

        List<Mention> mentions = detector.detect(text, "ru", List.of(People.kozlov()));

        assertThat(mentions)
                .filteredOn(mention -> mention.start() <= 6 && mention.end() >= 12)
                .extracting(Mention::person)
                .containsExactly("p2");
    }

    @Test
    @Tag("slow")
    void aLongTextOfOneLineIsSearchedToItsEndInLinearTime() {
        // Given
        String text = "слово и ещё раз слово ".repeat(50_000) + "Иванов П.С.";

        // When
        List<Mention> mentions =
                assertTimeout(Duration.ofSeconds(60), () -> detector.detect(text, "ru", List.of(People.piotr())));

        // Then
        assertThat(mentions).anySatisfy(mention -> assertThat(mention.end()).isEqualTo(text.length() - 1));
    }

    @Test
    @Tag("slow")
    void aMillionLettersWithoutASpaceTakeBoundedTime() {
        String text = "я".repeat(1_000_000);

        assertTimeout(Duration.ofSeconds(30), () -> detector.detect(text, "ru", List.of(People.piotr())));
    }

    @Property(tries = 60)
    void mentionsLieInsideTheTextWhateverItHolds(@ForAll String noise) {
        String text = noise + " Иванов П.С. " + noise;

        List<Mention> mentions = detector.detect(text, "ru", List.of(People.piotr()));

        int length = text.codePointCount(0, text.length());
        assertThat(mentions).allSatisfy(mention -> assertThat(mention.end()).isLessThanOrEqualTo(length));
        int name = noise.codePointCount(0, noise.length()) + 1;
        assertThat(mentions).anySatisfy(mention -> {
            assertThat(mention.start()).isLessThanOrEqualTo(name);
            assertThat(mention.end()).isGreaterThanOrEqualTo(name + 6);
        });
    }
}
