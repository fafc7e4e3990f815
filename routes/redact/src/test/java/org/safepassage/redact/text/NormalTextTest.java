package org.safepassage.redact.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTextTest {
    @ParameterizedTest(name = "{2}")
    @CsvSource(textBlock = """
                    Ивaнов,              Иванов,        a Latin a in a Cyrillic word
                    Ivanоv,              Ivanov,        a Cyrillic о in a Latin word
                    Ива\u00ADнов,        Иванов,        soft hyphen
                    Ива\u200Bнов,        Иванов,        zero width space
                    \u202EИванов\u202C,  Иванов,        bidirectional controls
                    Ивано\u0301в,        Иванов,        stress accent
                    и\u0306од,           йод,           decomposed letter
                    Дар\u2019я,          Дар'я,         apostrophe
                    И в а н о в,         Иванов,        letter-spaced
                    И-в-а-н-о-в,         Иванов,        letter-spaced with hyphens
                    П Е Т Р О В,         ПЕТРОВ,        letter-spaced capitals
                    Ｉｖａｎｏｖ,              Ivanov,        full width
                    𝐈𝐯𝐚𝐧𝐨𝐯,              Ivanov,        mathematical letters
                    ٣٧٥,                 375,           Arabic digits
                    """)
    void writesDisguisedTextPlainly(String original, String normal, String what) {
        assertThat(NormalText.of(original).chars()).as(what).isEqualTo(normal);
    }

    @Test
    void joinsAWordThatIsHyphenatedAtALineEnd() {
        // Given
        String original = "гражданин Ива-\n  нов сказал";

        // When
        NormalText text = NormalText.of(original);

        // Then
        assertThat(text.chars()).isEqualTo("гражданин Иванов сказал");
        assertThat(text.originalStart(10)).isEqualTo(10);
        assertThat(text.originalEnd(16)).isEqualTo(original.indexOf(" сказал"));
    }

    @Test
    void keepsTheHyphenOfADoubleSurnameAtALineEnd() {
        assertThat(NormalText.of("Иванова-\nПетрова").chars()).isEqualTo("Иванова-Петрова");
    }

    @Test
    void countsAstralCharactersAsOne() {
        NormalText text = NormalText.of("😀😀 Иванов");

        Token name = text.tokens().getFirst();
        assertThat(text.originalStart(name.start())).isEqualTo(3);
        assertThat(text.originalEnd(name.end())).isEqualTo(9);
    }

    @Test
    void aMillionMarksTakeLinearTime() {
        String marks = "а" + "\u0301\u0306\u20DD".repeat(400_000);

        NormalText text =
                org.junit.jupiter.api.Assertions.assertTimeout(Duration.ofSeconds(10), () -> NormalText.of(marks));

        assertThat(text.chars()).hasSizeLessThan(3);
        assertThat(text.originalLength()).isEqualTo(1_200_001);
    }

    @Property
    void everyCharOfTheNormalFormComesFromAPlaceInTheOriginal(@ForAll("hostile") String original) {
        NormalText text = NormalText.of(original);

        int codePoints = original.codePointCount(0, original.length());
        assertThat(text.originalLength()).isEqualTo(codePoints);
        int last = 0;
        for (int i = 0; i < text.chars().length(); i++) {
            assertThat(text.originalStart(i)).isBetween(last, codePoints - 1);
            assertThat(text.originalEnd(i + 1)).isBetween(text.originalStart(i) + 1, codePoints);
            last = text.originalStart(i);
        }
    }

    @Property
    void plainTextIsItsOwnNormalForm(@ForAll("plain") String original) {
        NormalText text = NormalText.of(original);

        assertThat(text.chars()).isEqualTo(original);
    }

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> odd = Arbitraries.of(
                "\u0301", "\u00AD", "\u200B", "\u202E", "-\n", "‑\r\n ", "😀", "𝐈", "\uD800", "\uDC00", "Ａ", "ﬁ", "'",
                "а", "a", "О", "0", " ", "\n", "\f", "\uFEFF", "\u20DD", "\uFFFF", "і", ".", "\u0000");
        return odd.list().ofMaxSize(60).map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> plain() {
        return Arbitraries.of("Іваноў", "сказаў", "што", "Petrov", "was", "held", "задержан", "12", ".", ",")
                .list()
                .ofMinSize(1)
                .ofMaxSize(30)
                .map(words -> String.join(" ", words));
    }
}
