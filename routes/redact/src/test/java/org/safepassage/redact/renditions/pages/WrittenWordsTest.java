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
        assertThat(agreeing("Имя: Лысенок Вера, гематома 7 см", page)).containsExactly("Имя:", "Вера,", "7", "см.");
    }

    @Test
    void aWordInLettersOfAnotherScriptThatPrintAlikeIsTheTextsOwn() {
        // Given: recognition took Latin letters for Cyrillic ones, and the other way round
        var page = page("іп", "ѕеа,", "HOC", "мuр");

        // Then
        assertThat(agreeing("in the sea, НОС, мир", page)).containsExactly("in", "sea,", "НОС", "мир");
    }

    @Test
    void aWordOfSeveralPartsIsShownWhenAllOfThemAreWritten() {
        // Given: the text holds a ligature as one character, and a sign that is no letter
        var page = page("bus-stop", "bus-shelter", "final", "№", "[—]");

        // Then
        assertThat(agreeing("bus stop ﬁnal", page)).containsExactly("bus-stop", "final", "№", "[—]");
    }

    @Test
    void theWordsStayWhereTheyStandAndThePixelsTheirOwn() {
        // Given
        var page = page("іп");

        // When
        var agreed = new WrittenWords("in").agreeing(List.of(page)).getFirst();

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
        var agreed = new WrittenWords("the form was filled in: 7").agreeing(List.of(page));

        // Then
        assertThat(agreed.getFirst().words())
                .extracting(Word::confidence)
                .containsExactly(100.0, 100.0, 20.0, 96.0, 55.0);
    }

    private static List<String> agreeing(String text, ScanPage page) {
        return new WrittenWords(text)
                .agreeing(List.of(page)).getFirst().words().stream()
                        .map(Word::text)
                        .toList();
    }

    private static ScanPage page(String... words) {
        return new ScanPage("p", Stream.of(words).map(word -> word(word, 96)).toList());
    }

    private static Word word(String text, double confidence) {
        return new Word(text, 1, 1, 0, 0, 40, 20, confidence);
    }
}
