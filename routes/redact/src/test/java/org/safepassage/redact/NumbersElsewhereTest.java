package org.safepassage.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safepassage.schemas.Mention;

class NumbersElsewhereTest {
    @Test
    void aDateOfBirthAndANumberWhoseQuestionStandsElsewhereOnThePageAreFoundByTheTextThatHasThemTogether() {
        // Given: recognition reads a form's questions first and its answers behind them
        var text = "Дата рождения: 12.05.1985\nНомер истории болезни 48213/17\nОсмотр 13.05.2021";
        var page = "Дата рождения\nНомер истории болезни\nРост\nВес\n😀 172\n12.05.1985,\n48213/17\n13.05.2021";

        // When
        var found = detect(text, page).getLast();

        // Then
        assertThat(Marked.by("known-elsewhere", page, found))
                .contains("[12.05.1985|", "[48213/17|")
                .doesNotContain("[13.05.2021");
        assertThat(found)
                .filteredOn(mention -> mention.recogniser().equals("known-elsewhere"))
                .extracting("type")
                .contains("DATE.BIRTH");
        assertThat(found).filteredOn(mention -> mention.type().equals("DATE")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'Номер истории болезни 48213/17', 'Счёт 48213/170'",
        "'Номер истории болезни 482', 'Всего 482 рубля'",
        "'Паспорт MP2345671 выдан 12.05.2019', 'Осмотр 12.05.2019'"
    })
    void anotherNumberAShortOneAndTheDateOfAPassportAreLeft(String text, String other) {
        // Then
        assertThat(detect(text, other).getLast())
                .noneMatch(mention -> mention.recogniser().equals("known-elsewhere"));
    }

    private static List<List<Mention>> detect(String text, String page) {
        return Detector.standard()
                .forCase(List.of())
                .detect(List.of(new CaseText("text", text, "ru"), new CaseText("page", page, "ru")));
    }
}
