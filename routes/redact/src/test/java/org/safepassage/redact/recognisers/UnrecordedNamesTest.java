package org.safepassage.redact.recognisers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepassage.schemas.Mention;

class UnrecordedNamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ольга Станкевич",
                "Станкевіч Вольга Пятроўна",
                "Жибуль Петрович",
                "Новик Евгений Викторович",
                "Мороз Ганна Іванаўна"
            })
    void aWholeNameOfNobodyOfTheRecordIsSoughtEvenIfItsSurnameIsAWord(String name) {
        assertThat(found("Рядом стоял " + name + ", он всё видел.", name, null)).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Доводы Станкевича", "Сотрудник Никита", "Заречном РУВД Станкевича", "Станкевич", "защиту Анны"})
    void whatAWordAndANameMakeByChanceIsNotSought(String words) {
        assertThat(found("Вчера: " + words + " и другие.", words, null)).isEmpty();
    }

    @Test
    void whoIsOfTheRecordIsSoughtByTheRecord() {
        assertThat(found("Пришёл Новик Евгений Викторович.", "Новик Евгений Викторович", "p1"))
                .isEmpty();
    }

    @Test
    void aNameBehindSignsBeyondTheFirstPlaneIsReadFromItsOwnPlace() {
        assertThat(found("\uD83D\uDE00 Ольга Станкевич", "Ольга Станкевич", null))
                .containsExactly("Ольга Станкевич");
    }

    private static Set<String> found(String text, String name, @Nullable String person) {
        int start = text.codePointCount(0, text.indexOf(name));
        int end = start + name.codePointCount(0, name.length());
        return UnrecordedNames.in(
                text, List.of(new Mention(start, end, "PERSON", person, null, 0.9, "person-patterns")));
    }
}
