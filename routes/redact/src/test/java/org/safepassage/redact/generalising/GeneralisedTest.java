package org.safepassage.redact.generalising;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safepassage.redact.policies.Extent;
import org.safepassage.redact.policies.Generalising;
import org.safepassage.redact.policies.Precision;

class GeneralisedTest {
    private static final Generalising COUNTRIES = new Generalising(Precision.YEAR, Extent.COUNTRY);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Барановичах                           | ru | [Брестская область]
            г. Баранавічы                         | be | [Брэсцкая вобласць]
            у Брэсце                              | be | [Брэсцкая вобласць]
            Baranavichy                           | en | [Brest Region]
            Лидой                                 | ru | [Гродненская область]
            Лідзе                                 | be | [Гродзенская вобласць]
            Могилёва                              | ru | [Могилёвская область]
            Магілёве                              | be | [Магілёўская вобласць]
            Глубокого                             | ru | [Витебская область]
            д. Малыя Лукі Баранавіцкага раёна     | be | [Брэсцкая вобласць]
            Минске                                | ru | [Минск]
            Минского района                       | ru | [Минская область]
            Вильнюсе                              | ru | [Литва]
            Warsaw                                | en | [Poland]
            г. Орша, Витебская обл.               | ru | [Витебская область]
            из Бреста в Гомель                    | ru | [Беларусь]
            из Бреста в Вильнюс                   | ru | ''
            Нібыландыя                            | be | ''
            """)
    void aPlaceIsToldByItsRegion(String written, String language, String told) {
        assertThat(Generalised.of(written, "LOCATION", language, Generalising.USUAL))
                .isEqualTo(told);
    }

    @Test
    void aPlaceIsToldByItsCountryWhereThePolicySaysSo() {
        assertThat(Generalised.of("в Пинске", "LOCATION", "ru", COUNTRIES)).isEqualTo("[Беларусь]");
        assertThat(Generalised.of("у Рызе", "LOCATION", "be", COUNTRIES)).isEqualTo("");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            34 года                | QUANTITY.AGE | ru | [25–34 года]
            16 гадоў               | QUANTITY.AGE | be | [14–17 гадоў]
            71-year-old            | QUANTITY.AGE | en | [65 years or more]
            9 лет                  | QUANTITY     | ru | [до 14 лет]
            40                     | QUANTITY.AGE | en | [35–44 years]
            40                     | QUANTITY     | en | ''
            300 рублей             | QUANTITY     | ru | ''
            от 30 до 34 лет        | QUANTITY.AGE | ru | ''
            999 лет                | QUANTITY.AGE | ru | ''
            тридцать лет           | QUANTITY.AGE | ru | ''
            """)
    void anAgeIsToldByItsBand(String written, String type, String language, String told) {
        assertThat(Generalised.of(written, type, language, Generalising.USUAL)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            медсестрой                | ru | [работник здравоохранения]
            настаўніца матэматыкі     | be | [работнік адукацыі]
            a lathe mechanic          | en | [worker]
            учитель и водитель        | ru | ''
            дегустатор                | ru | ''
            """)
    void aProfessionIsToldByItsGroup(String written, String language, String told) {
        assertThat(Generalised.of(written, "DEMOGRAPHIC.PROFESSION", language, Generalising.USUAL))
                .isEqualTo(told);
    }

    @Test
    void aDateIsToldByTheMonthOrTheYear() {
        assertThat(Generalised.of("9 августа 2020", "DATE", "ru", Generalising.USUAL))
                .isEqualTo("2020-08");
        assertThat(Generalised.of("9 августа 2020", "DATE", "ru", COUNTRIES)).isEqualTo("2020");
        assertThat(Generalised.of("12.05.1985", "DATE.BIRTH", "ru", Generalising.USUAL))
                .isEqualTo("1985");
        assertThat(Generalised.isCoarse("2020-08", "DATE", Generalising.USUAL)).isTrue();
        assertThat(Generalised.isCoarse("2020-08", "DATE", COUNTRIES)).isFalse();
        assertThat(Generalised.isCoarse("2020-08-09", "DATE", Generalising.USUAL))
                .isFalse();
    }

    @Test
    void whatHasNoCoarserFormIsNotTold() {
        assertThat(Generalised.of("Иванов", "PERSON", "ru", Generalising.USUAL)).isEmpty();
        assertThat(Generalised.of("+375 29 123-45-67", "CONTACT.PHONE", "ru", Generalising.USUAL))
                .isEmpty();
    }

    @Property
    void everyBandIsAmongTheKnownWordsAndHoldsSeveralYears(@ForAll @IntRange(max = 120) int age) {
        for (String language : Stream.of("be", "ru", "en").toList()) {
            String band = Generalised.of(age + " years", "QUANTITY.AGE", language, Generalising.USUAL);
            assertThat(Generalised.words()).contains(band);
            long same = Stream.iterate(0, other -> other + 1)
                    .limit(121)
                    .filter(other -> Generalised.of(other + " years", "QUANTITY.AGE", language, Generalising.USUAL)
                            .equals(band))
                    .count();
            assertThat(same).isGreaterThanOrEqualTo(4);
        }
    }
}
