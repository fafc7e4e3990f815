package org.safepassage.extract.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LanguageDetectorTest {
    private final LanguageDetector detector = new LanguageDetector();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Мяне затрымалі каля дома, і ніхто не сказаў, за што.            | be
            Яны білі мяне па нагах. Гэта было ўвечары.                      | be
            Ён прасіў вады                                                  | be
            Меня задержали около дома, и никто не сказал, за что.           | ru
            Свидетель Иванов пояснил, что видел автомобиль.                 | ru
            Он просил воды                                                  | ru
            Мене затримали біля будинку, і ніхто не сказав, за що.          | uk
            Він просив води, але йому не дали.                              | uk
            They took me near my house and nobody said what for.            | en
            He was asking for water.                                        | en
            Sie haben mich vor dem Haus festgenommen und nichts gesagt.     | und
            Ils m'ont arrêté devant la maison et ils n'ont rien dit.        | und
            12.08.2020 +375 29 000 00 00                                    | und
            ok                                                              | und
            """)
    void aTextIsInItsLanguage(String text, String language) {
        // When
        String found = detector.detect(text);

        // Then
        assertThat(found).isEqualTo(language);
    }

    @Test
    void eachStretchHasItsOwnLanguage() {
        // Given
        String text = "Мяне затрымалі каля дома, і ніхто нічога не сказаў.\n12.08.2020\n"
                + "They took me near my house and nobody said what for.\n"
                + "Меня задержали около дома, и никто ничего не сказал.";

        // When
        List<LanguageDetector.Stretch> stretches = detector.stretches(text);

        // Then
        assertThat(stretches).extracting(LanguageDetector.Stretch::language).containsExactly("be", "en", "ru");
    }

    @Property(tries = 300)
    void stretchesCoverAnyTextWithoutGap(@ForAll String text) {
        int end = 0;
        for (LanguageDetector.Stretch stretch : detector.stretches(text)) {
            assertThat(stretch.start()).isEqualTo(end);
            end = stretch.end();
        }
        assertThat(end).isEqualTo(text.length());
    }
}
