package org.safepassage.redact.recognisers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepassage.redact.Detector;
import org.safepassage.redact.Marked;
import org.safepassage.redact.People;

/// Cells part names, lines of running prose do not. `⇥` is a tab and `⏎` a line end.
class NamesInTablesTest {
    private final Detector detector = Detector.standard();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Имя⇥Дата⏎[Вера Лысенок|PERSON]⇥34 года⏎[Павел Гурко|PERSON]⇥41 год",
                "Имя⇥Возраст⇥Дата⏎[Вера Лысенок|PERSON]⇥34⇥12.03.2021⏎[Павел Гурко|PERSON]⇥41⇥13.03.2021",
                "Прозвішча⇥Дата⏎[Мікола Бурак|PERSON]⇥2021⏎[Галина Петровна Сорока|PERSON]⇥2020⏎[Іван Жук|PERSON]⇥2019",
                "Имя Возраст Дата⏎[Вера Лысенок|PERSON] 34 нет",
                "Свидетель⇥Статус⏎[Лысенок Вера Павловна|PERSON]⇥Свидетель⏎[Мороз И. В|PERSON].⇥Свидетель",
                "Свидетель⇥[Вера Лысенок|PERSON]⇥Дата⏎Эксперт⇥[Павел Гурко|PERSON]⇥Нет",
                "[Вера Лысенок|PERSON]⇥[Павел Гурко|PERSON]⏎[Ирина Мороз|PERSON]⇥[Клим Сокол|PERSON]"
            })
    void aWholeNameTakesNoWordOfAnotherCell(String marked) {
        assertThat(byPattern(marked)).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "потом пришла [Вера⏎Лысенок|PERSON] и сказала",
                "спросили про [Галину Петровну⏎Сороку|PERSON] и ушли",
                "1.⇥потом пришла [Вера⏎Лысенок|PERSON] и сказала",
                "⇥потом спросили про [Гарбуза⏎Виктора Павловича|PERSON] и ушли",
                "1.⇥потом спросили про [Гарбуза⏎Виктора Павловича|PERSON] и ушли"
            })
    void aNameThatIsWrappedOverALineIsFoundWhole(String marked) {
        assertThat(byPattern(marked)).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12⇥[Гарбуз⇥Ирина|PERSON]⇥34 года",
                "12⇥[Гарбуз⇥Ирина Павловна|PERSON]⇥34 года",
                "12⇥[Гарбуз⇥Ирина⇥Павловна|PERSON]⇥34 года"
            })
    void aSurnameInItsOwnColumnIsFoundByTheGivenNameBesideIt(String marked) {
        assertThat(byPattern(marked)).isEqualTo(marked);
    }

    @Test
    void aKnownNameInTwoRowsIsTwoMentions() {
        // Given
        String text = "1\tПётр\nПётр Иванов\t34";

        // Then
        assertThat(Marked.by("known-name", text, detector.detect(text, "ru", List.of(People.piotr()))))
                .isEqualTo("1\t[Пётр|PERSON.GIVEN p1]\n[Пётр Иванов|PERSON p1]\t34");
    }

    private String byPattern(String marked) {
        String text = marked.replaceAll("\\[([^|\\]]*)\\|[A-Z.]+]", "$1")
                .replace('⇥', '\t')
                .replace('⏎', '\n');
        return Marked.by("person-pattern", text, detector.detect(text, "und", List.of()))
                .replace('\t', '⇥')
                .replace('\n', '⏎');
    }
}
