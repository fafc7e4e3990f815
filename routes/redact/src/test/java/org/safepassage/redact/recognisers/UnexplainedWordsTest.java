package org.safepassage.redact.recognisers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepassage.redact.Detector;
import org.safepassage.schemas.Mention;

/// What nobody knows does not go out: words with a capital that no dictionary has, rests of names, and nouns that are
/// surnames where no capital tells. Before and after: `x` is a letter of somebody's name.
class UnexplainedWordsTest {
    private final Detector detector = Detector.standard();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "03:54 Бернс (Грын), 09:17 Гецлаф | 03:54 xxxxx (xxxx), 09:17 xxxxxx",
                "Тады ўвайшоў Вэрхлык і ўсё забраў. | Тады ўвайшоў xxxxxxx і ўсё забраў.",
                "Сказано в работах ибн Эзра, других нет. | Сказано в работах xxx xxxx, других нет.",
                "Теперь допрашивают аль-Барадеи и других. | Теперь допрашивают xxx-xxxxxxx и других."
            })
    void aWordWithACapitalThatNoDictionaryKnowsIsFoundWhole(String before, String after) {
        assertThat(covered(before)).isEqualTo(after);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ночью нас привезли на завод и заперли в подвале.",
                "Раніцай нас павезлі ў суд, потым у бальніцу.",
                "По закону это преступление, и судья его назвал.",
                "Протокол составил РОВД, а ГУБОП молчал."
            })
    void whatDictionariesKnowAndAbbreviationsStay(String text) {
        assertThat(covered(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "потом пришла алла бут и сказала, что бута увели | потом пришла xxxx xxx и сказала, что xxxx увели",
                "ПОТОМ ПРИШЛА АЛЛА БУТ И СКАЗАЛА, ЧТО БУТА УВЕЛИ | ПОТОМ ПРИШЛА xxxx xxx И СКАЗАЛА, ЧТО xxxx УВЕЛИ",
                "потом алла впервые заплакала, а виктор считает иначе | потом xxxx впервые заплакала, а xxxxxx считает иначе"
            })
    void aNounBehindAGivenNameIsASurnameWhereNoCapitalTells(String before, String after) {
        assertThat(covered(before)).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Пра гэта сказаў Ігар Каранавірус. Вакол каранавірус, усе баяцца каранавірусу, у каранавірус не вераць."
                        + "| Пра гэта сказаў xxxx xxxxxxxxxxx. Вакол каранавірус, усе баяцца каранавірусу, у каранавірус не вераць.",
                "Пра гэта сказала Вера Кавалеўская. Потым кавалеўскую ўвезлі. "
                        + "| Пра гэта сказала xxxx xxxxxxxxxxx. Потым xxxxxxxxxxx ўвезлі."
            })
    void aWordThatATextWritesSmallAgainAndAgainIsNoNameThere(String before, String after) {
        assertThat(covered(before)).isEqualTo(after);
    }

    private String covered(String text) {
        List<Mention> mentions = detector.detect(text, "und", List.of());
        int[] codePoints = text.codePoints().toArray();
        for (Mention mention : mentions) {
            for (int i = mention.start(); i < mention.end(); i++) {
                boolean hidden = mention.type().startsWith("PERSON") && Character.isLetter(codePoints[i]);
                codePoints[i] = hidden ? 'x' : codePoints[i];
            }
        }
        return Arrays.stream(codePoints).mapToObj(Character::toString).reduce("", String::concat);
    }
}
