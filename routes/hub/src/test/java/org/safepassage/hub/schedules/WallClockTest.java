package org.safepassage.hub.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WallClockTest {
    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

    @ParameterizedTest(name = "{0} after {1} is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                // in spring 02:00 to 03:00 is not on the wall
                "0 30 2 * * ?|2026-03-28T12:00:00Z|2026-03-29T01:00:00Z",
                "0 30 2 * * ?|2026-03-29T01:00:00Z|2026-03-30T00:30:00Z",
                "0 0 * * * ?|2026-03-29T00:00:00Z|2026-03-29T01:00:00Z",
                // in autumn 02:00 to 03:00 is there twice
                "0 30 2 * * ?|2026-10-24T12:00:00Z|2026-10-25T00:30:00Z",
                "0 30 2 * * ?|2026-10-25T00:30:00Z|2026-10-26T01:30:00Z",
                "0 0 * * * ?|2026-10-24T23:00:00Z|2026-10-25T00:00:00Z",
                "0 0 * * * ?|2026-10-25T00:00:00Z|2026-10-25T01:00:00Z",
                "0 0 * * * ?|2026-10-25T01:00:00Z|2026-10-25T02:00:00Z",
                // any other day
                "0 30 2 ? * MON-FRI|2026-11-20T12:00:00Z|2026-11-23T01:30:00Z",
                "0 0 0 29 2 ?|2026-03-01T00:00:00Z|2028-02-28T23:00:00Z"
            })
    void aScheduleFollowsTheClockOnTheWall(String cron, Instant after, Instant next) {
        assertThat(new WallClock(cron, COPENHAGEN).next(after)).contains(next);
    }

    @Test
    void whatNeverComesIsNone() {
        assertThat(new WallClock("0 0 0 1 1 ? 2020", COPENHAGEN).next(Instant.parse("2026-01-01T00:00:00Z")))
                .isEmpty();
        assertThatThrownBy(() -> new WallClock("every day", COPENHAGEN)).isInstanceOf(IllegalArgumentException.class);
    }

    /// Samoa left out the 30th of December 2011, whose noon is made up for; Lord Howe sets its clock by half an hour.
    @Test
    void placesWithOddClocksMissNoDay() {
        assertThat(new WallClock("0 0 12 * * ?", ZoneId.of("Pacific/Apia"))
                        .between(Instant.parse("2011-12-29T00:00:00Z"), Instant.parse("2012-01-01T00:00:00Z"), 10))
                .hasSize(4);
        assertThat(new WallClock("0 45 1 * * ?", ZoneId.of("Australia/Lord_Howe"))
                        .between(Instant.parse("2026-04-03T00:00:00Z"), Instant.parse("2026-04-07T00:00:00Z"), 10))
                .hasSize(4);
    }

    @Property(tries = 200)
    void aTimeOfDayComesOnceOnEachDayOfTheYear(
            @ForAll @IntRange(max = 23) int hour, @ForAll @IntRange(max = 59) int minute) {
        var clock = new WallClock("0 %d %d * * ?".formatted(minute, hour), COPENHAGEN);
        Instant begin =
                LocalDate.of(2026, 1, 1).atStartOfDay(COPENHAGEN).toInstant().minusMillis(1);
        Instant end =
                LocalDate.of(2027, 1, 1).atStartOfDay(COPENHAGEN).toInstant().minusMillis(1);

        List<Instant> runs = clock.between(begin, end, 400);

        assertThat(runs.stream().map(at -> at.atZone(COPENHAGEN).toLocalDate()))
                .hasSize(365)
                .doesNotHaveDuplicates();
    }

    @Property(tries = 50)
    void everyHourIsEveryHourWhateverIsDoneToTheClock(@ForAll @IntRange(max = 59) int minute) {
        var clock = new WallClock("0 %d * * * ?".formatted(minute), COPENHAGEN);
        List<Instant> runs =
                clock.between(Instant.parse("2026-03-28T00:00:00Z"), Instant.parse("2026-03-30T00:00:00Z"), 400);

        for (int run = 1; run < runs.size(); run++)
            assertThat(Duration.between(runs.get(run - 1), runs.get(run))).isEqualTo(Duration.ofHours(1));
        assertThat(runs).hasSize(48);
    }
}
