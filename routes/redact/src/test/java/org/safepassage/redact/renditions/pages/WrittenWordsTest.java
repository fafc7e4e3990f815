package org.safepassage.redact.renditions.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WrittenWordsTest {
    @Test
    void aWordThatTheTextDoesNotHaveIsNotShown() {
        // Given: recognition misread a name, which nobody would find again
        var page = page("Имя:", "Лысонок", "Вера,", "7", "см.");

        // Then
        assertThat(shown("Имя: Лысенок Вера, гематома 7 см", page)).containsExactly("Имя:", "Вера,", "7", "см.");
    }

    @Test
    void aWordInLettersOfAnotherScriptThatPrintAlikeIsTheTextsOwn() {
        // Given: recognition took Latin letters for Cyrillic ones, and the other way round
        var page = page("іп", "ѕеа,", "HOC", "мuр");

        // Then
        assertThat(shown("in the sea, НОС, мир", page)).containsExactly("in", "sea,", "НОС", "мир");
    }

    @Test
    void aWordOfSeveralPartsIsShownWhenAllOfThemAreWritten() {
        // Given: the text holds a ligature as one character, and a sign that is no letter
        var page = page("bus-stop", "bus-shelter", "final", "№", "[—]");

        // Then
        assertThat(shown("bus stop ﬁnal", page)).containsExactly("bus-stop", "final", "№", "[—]");
    }

    @Test
    void aWordThatIsNotShownStillStandsBesideTheOthers() {
        // Given: one figure of a telephone number was misread
        var page = page("тел.", "+375", "29", "618-48-07", "вечером");

        // Then: it is found as a whole
        assertThat(agreeing("тел. +375 29 613-48-07 вечером", page).text()).isEqualTo("тел. +375 29 618-48-07 вечером");
        assertThat(shown("тел. +375 29 613-48-07 вечером", page)).containsExactly("тел.", "+375", "29", "вечером");
    }

    @Test
    void aPieceThatRecognitionAndTextHaveOfANameThatRunsAslantIsNotShown() {
        // Given: the text has each such piece in a line of its own
        String text = "Запись врача\nВ\nра\nЛы\nсен\nок\nРост 172 см\nда\nНомер 5";

        // Then
        assertThat(shown(text, page("сен", "Запись", "Л", "врача", "Ы", "172", "см", "да", "5", "ра", "№")))
                .containsExactly("Запись", "врача", "172", "см", "да", "5", "№");
    }

    @Test
    void aPageWhoseTextIsAboutSomethingElseIsNotShown() {
        // Given
        var page = page("Врач", "увидел", "синяк", "вечером", "у", "больной");

        // Then
        assertThat(new WrittenWords("Вpa4 увидеп синяк вeчepoм вчера больной").agreeing(List.of(page)))
                .isPresent();
        assertThat(new WrittenWords("Bpaч видел").agreeing(List.of(page))).isEmpty();
        assertThat(new WrittenWords("Врач").agreeing(List.of(new ScanPage("p", List.of()))))
                .isEmpty();
    }

    @Test
    void theWordsStayWhereTheyStandAndThePixelsTheirOwn() {
        // Given
        var page = page("іп");

        // When
        var agreed = agreeing("in", page);

        // Then
        assertThat(agreed.pixels()).isEqualTo("p");
        assertThat(agreed.words()).containsExactly(word("in", 96));
    }

    @Test
    void aWordBesideTheSameOneInPrintAndTextWasReadSurely() {
        // Given: recognition doubts a word, guesses another, and doubts one that has no written neighbour here
        var page = new ScanPage(
                "p", List.of(word("form", 96), word("was", 55), word("filled", 20), word("7", 96), word("in", 55)));

        // When
        var agreed = agreeing("the form was filled in: 7", page);

        // Then
        assertThat(agreed.words()).extracting(Word::confidence).containsExactly(101.0, 101.0, 20.0, 96.0, 55.0);
    }

    private static List<String> shown(String text, ScanPage page) {
        return agreeing(text, page).words().stream()
                .filter(word -> word.confidence() > 0)
                .map(Word::text)
                .toList();
    }

    private static ScanPage agreeing(String text, ScanPage page) {
        return new WrittenWords(text).agreeing(List.of(page)).orElseThrow().getFirst();
    }

    private static ScanPage page(String... words) {
        return new ScanPage("p", Stream.of(words).map(word -> word(word, 96)).toList());
    }

    private static Word word(String text, double confidence) {
        return new Word(text, 1, 1, 0, 0, 40, 20, confidence);
    }
}
