package org.safepassage.extract.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScriptFormTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Вiктар        | Віктар
            Aлесь         | Алесь
            аб’ява        | аб'ява
            абʼява        | аб'ява
            Минcк         | Минск
            Mаria         | Maria
            Smith         | Smith
            Мінск         | Мінск
            і\u0306       | і\u0306
            и\u0306       | й
            слова\u00ADзлучок | словазлучок
            """)
    void writingGetsOneForm(String written, String expected) {
        // When
        String form = ScriptForm.of(written);

        // Then
        assertThat(form).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "be,be",
        "BEL,be",
        "беларуская мова,be",
        "ru_RU,ru-RU",
        "Русский язык,ru",
        "English,en",
        "ua,uk",
        "be-tarask,be-tarask",
        "gibberish language 7,und",
        "'',und"
    })
    void aLanguageGetsItsTag(String named, String tag) {
        // When
        String read = LanguageTag.read(named);

        // Then
        assertThat(read).isEqualTo(tag);
    }

    @Property(tries = 300)
    void theOneFormStaysAsItIs(@ForAll String written) {
        String form = ScriptForm.of(written);
        assertThat(ScriptForm.of(form)).isEqualTo(form);
    }
}
