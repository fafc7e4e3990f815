package org.safepassage.rehearsal.sample.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safepassage.schemas.Sex;

class DeclensionTest {
    @ParameterizedTest
    @CsvSource({
        "RU, MALE, Ковалёв Ковалёва Ковалёву Ковалёва Ковалёвым Ковалёве",
        "RU, FEMALE, Ковалёва Ковалёвой Ковалёвой Ковалёву Ковалёвой Ковалёвой",
        "RU, MALE, Навицкий Навицкого Навицкому Навицкого Навицким Навицком",
        "RU, FEMALE, Навицкая Навицкой Навицкой Навицкую Навицкой Навицкой",
        "RU, MALE, Ковальчук Ковальчука Ковальчуку Ковальчука Ковальчуком Ковальчуке",
        "RU, FEMALE, Ковальчук Ковальчук Ковальчук Ковальчук Ковальчук Ковальчук",
        "RU, MALE, Сидорович Сидоровича Сидоровичу Сидоровича Сидоровичем Сидоровиче",
        "RU, MALE, Коваль Коваля Ковалю Коваля Ковалем Ковале",
        "RU, MALE, Сорока Сороки Сороке Сороку Сорокой Сороке",
        "RU, FEMALE, Дубина Дубины Дубине Дубину Дубиной Дубине",
        "RU, FEMALE, Никитина Никитиной Никитиной Никитину Никитиной Никитиной",
        "RU, MALE, Шевченко Шевченко Шевченко Шевченко Шевченко Шевченко",
        "BE, MALE, Кавалёў Кавалёва Кавалёву Кавалёва Кавалёвым Кавалёве",
        "BE, FEMALE, Кавалёва Кавалёвай Кавалёвай Кавалёву Кавалёвай Кавалёвай",
        "BE, MALE, Навіцкі Навіцкага Навіцкаму Навіцкага Навіцкім Навіцкім",
        "BE, FEMALE, Навіцкая Навіцкай Навіцкай Навіцкую Навіцкай Навіцкай",
        "BE, MALE, Кавальчук Кавальчука Кавальчуку Кавальчука Кавальчуком Кавальчуку",
        "BE, FEMALE, Кавальчук Кавальчук Кавальчук Кавальчук Кавальчук Кавальчук",
        "BE, MALE, Тарасевіч Тарасевіча Тарасевічу Тарасевіча Тарасевічам Тарасевічу",
        "BE, MALE, Каваль Каваля Кавалю Каваля Кавалём Кавалю",
        "BE, MALE, Шаўчэнка Шаўчэнкі Шаўчэнку Шаўчэнку Шаўчэнкам Шаўчэнку",
        "BE, FEMALE, Шаўчэнка Шаўчэнкі Шаўчэнцы Шаўчэнку Шаўчэнкай Шаўчэнцы",
        "BE, FEMALE, Сарока Сарокі Сароцы Сароку Сарокай Сароцы",
        "BE, MALE, Мароз Мароза Марозу Мароза Марозам Марозе",
        "BE, MALE, Нікіцін Нікіціна Нікіціну Нікіціна Нікіціным Нікіціне"
    })
    void surnamesGoThroughTheSixCases(Language language, Sex sex, String forms) {
        List<String> expected = List.of(forms.split(" ", -1));
        assertThat(cases(to -> Declension.of(language).surname(expected.getFirst(), sex, to)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "RU, MALE, Сергей Сергея Сергею Сергея Сергеем Сергее",
        "RU, MALE, Дмитрий Дмитрия Дмитрию Дмитрия Дмитрием Дмитрии",
        "RU, MALE, Пётр Петра Петру Петра Петром Петре",
        "RU, MALE, Павел Павла Павлу Павла Павлом Павле",
        "RU, MALE, Никита Никиты Никите Никиту Никитой Никите",
        "RU, MALE, Игорёк Игорька Игорьку Игорька Игорьком Игорьке",
        "RU, FEMALE, Ольга Ольги Ольге Ольгу Ольгой Ольге",
        "RU, FEMALE, Мария Марии Марии Марию Марией Марии",
        "RU, FEMALE, Дарья Дарьи Дарье Дарью Дарьей Дарье",
        "RU, MALE, Саша Саши Саше Сашу Сашей Саше",
        "BE, MALE, Пётр Пятра Пятру Пятра Пятром Пятру",
        "BE, MALE, Павел Паўла Паўлу Паўла Паўлам Паўле",
        "BE, MALE, Сяргей Сяргея Сяргею Сяргея Сяргеем Сяргею",
        "BE, MALE, Станіслаў Станіслава Станіславу Станіслава Станіславам Станіславе",
        "BE, MALE, Леанід Леаніда Леаніду Леаніда Леанідам Леанідзе",
        "BE, MALE, Аляксандр Аляксандра Аляксандру Аляксандра Аляксандрам Аляксандру",
        "BE, MALE, Міхась Міхася Міхасю Міхася Міхасём Міхасю",
        "BE, FEMALE, Вольга Вольгі Вользе Вольгу Вольгай Вользе",
        "BE, FEMALE, Вераніка Веранікі Вераніцы Вераніку Веранікай Вераніцы",
        "BE, FEMALE, Тамара Тамары Тамары Тамару Тамарай Тамары",
        "BE, FEMALE, Рыта Рыты Рыце Рыту Рытай Рыце",
        "BE, FEMALE, Марыя Марыі Марыі Марыю Марыяй Марыі",
        "BE, FEMALE, Дар'я Дар'і Дар'і Дар'ю Дар'яй Дар'і"
    })
    void givenNamesAndDiminutivesGoThroughTheSixCases(Language language, Sex sex, String forms) {
        List<String> expected = List.of(forms.split(" ", -1));
        assertThat(cases(to -> Declension.of(language).given(expected.getFirst(), sex, to)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "RU, Сергеевич Сергеевича Сергеевичу Сергеевича Сергеевичем Сергеевиче",
        "RU, Сергеевна Сергеевны Сергеевне Сергеевну Сергеевной Сергеевне",
        "BE, Сяргеевіч Сяргеевіча Сяргеевічу Сяргеевіча Сяргеевічам Сяргеевічу",
        "BE, Сяргееўна Сяргееўны Сяргееўне Сяргееўну Сяргееўнай Сяргееўне"
    })
    void patronymicsGoThroughTheSixCases(Language language, String forms) {
        List<String> expected = List.of(forms.split(" ", -1));
        assertThat(cases(to -> Declension.of(language).patronymic(expected.getFirst(), to)))
                .isEqualTo(expected);
    }

    private static List<String> cases(java.util.function.Function<GrammaticalCase, String> decline) {
        return Arrays.stream(GrammaticalCase.values()).map(decline).toList();
    }
}
