package org.safepassage.redact.evaluation.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameBeginningsTest {
    private static final NameBeginnings BEGINNINGS = new NameBeginnings(List.of(
            form("p", "PERSON.SURNAME", "Громов"),
            form("w", "PERSON.FULL", "Ким Ирина"),
            form("q", "PERSON.SURNAME", "Громыко"),
            form("q", "LOCATION.ADDRESS", "Центральная")));

    @ParameterizedTest
    @CsvSource({
        "громова, p, true",
        "громова, q, true",
        "кимом, p, true",
        "ким, p, true",
        "ким, w, false",
        "ири, p, true",
        "ирга, p, false",
        "центр, p, false",
        "ки, p, false"
    })
    void formsOfOneNameAgreeInTheirFirstLetters(String word, String person, boolean alike) {
        assertThat(BEGINNINGS.likeSomebodyElse(word, person)).isEqualTo(alike);
    }

    private static SampledCase.Planted form(String person, String type, String value) {
        return new SampledCase.Planted("a.txt", person, type, value);
    }
}
