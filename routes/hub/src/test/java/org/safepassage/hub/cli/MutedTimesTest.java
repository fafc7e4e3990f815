package org.safepassage.hub.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safepassage.redact.renditions.video.Silence;

class MutedTimesTest {
    private static final Duration FILM = Duration.ofMillis(12_400);

    @ParameterizedTest
    @CsvSource({
        "12_400, 12_500, begins",
        "60_000, 70_000, begins",
        "12_000, 13_001, ends",
        "0, 60_000, ends",
    })
    void aRangeThatTheFilmDoesNotHaveIsToldByItsPlaceAndNotByTheFilmsLength(String from, String to, String what) {
        // Given
        var wrong = new Silence(number(from), number(to));

        // When, Then
        assertThatThrownBy(() -> MutedTimes.check(List.of(new Silence(1, 2), wrong), FILM))
                .isInstanceOf(WrongUsage.class)
                .hasMessage("--mute: range 2 " + what
                        + " behind the end of the film; look in a player how long it lasts, and give times within it");
    }

    @Test
    void aRangeMayEndWithTheLastSecondThatAPlayerShows() {
        assertThatCode(() -> MutedTimes.check(List.of(new Silence(12_399, 13_000), new Silence(0, 5)), FILM))
                .doesNotThrowAnyException();
    }

    private static long number(String digits) {
        return Long.parseLong(digits.replace("_", ""));
    }
}
