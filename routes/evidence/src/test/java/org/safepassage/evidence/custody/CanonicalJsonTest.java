package org.safepassage.evidence.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
    @Test
    void stringsAreEscapedAsInTheExampleOfRfc8785() {
        // Given
        Map<String, String> members = Map.of("string", "€$\u000F\nA'B\"\\\\\"/");

        // When
        String text = new String(CanonicalJson.bytes(members), StandardCharsets.UTF_8);

        // Then
        assertThat(text).isEqualTo("{\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void membersAreSortedAsInTheExampleOfRfc8785() {
        // Given
        Map<String, String> members = Map.of(
                "€", "Euro Sign",
                "\r", "Carriage Return",
                "\uFB33", "Hebrew Letter Dalet With Dagesh",
                "1", "One",
                "\uD83D\uDE00", "Emoji: Grinning Face",
                "\u0080", "Control",
                "ö", "Latin Small Letter O With Diaeresis");

        // When
        String text = new String(CanonicalJson.bytes(members), StandardCharsets.UTF_8);

        // Then
        assertThat(text)
                .containsSubsequence(
                        "Carriage Return",
                        "One",
                        "Control",
                        "Latin Small Letter O With Diaeresis",
                        "Euro Sign",
                        "Emoji: Grinning Face",
                        "Hebrew Letter Dalet With Dagesh");
    }

    @Test
    void otherValuesAndHalfSurrogatesAreRefused() {
        assertThatThrownBy(() -> CanonicalJson.bytes(Map.of("n", 1.5))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.bytes(Map.of("n", "\uD83D")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
