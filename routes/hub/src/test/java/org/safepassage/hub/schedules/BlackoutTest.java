package org.safepassage.hub.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safepassage.hub.configuration.ExchangeFile.Blackout;

class BlackoutTest {
    /// 20 November 2026 is a Friday.
    @ParameterizedTest(name = "{0} {1}-{2} at {3}")
    @CsvSource({
        "FRIDAY, 08:00, 18:00, 2026-11-20T08:00, 2026-11-20T18:00",
        "FRIDAY, 08:00, 18:00, 2026-11-20T17:59, 2026-11-20T18:00",
        "FRIDAY, 08:00, 18:00, 2026-11-20T18:00,",
        "FRIDAY, 08:00, 18:00, 2026-11-21T10:00,",
        "FRIDAY, 22:00, 06:00, 2026-11-20T23:00, 2026-11-21T06:00",
        "FRIDAY, 22:00, 06:00, 2026-11-21T05:00, 2026-11-21T06:00",
        "FRIDAY, 22:00, 06:00, 2026-11-20T05:00,",
        "FRIDAY, 00:00, 00:00, 2026-11-20T12:00, 2026-11-21T00:00"
    })
    void aBlackoutEndsWhenItSays(DayOfWeek day, LocalTime from, LocalTime until, String at, String end) {
        ZoneId zone = ZoneId.of("Europe/Copenhagen");
        var blackout = new Blackout(Set.of(day), from, until);

        var found = blackout.end(java.time.LocalDateTime.parse(at).atZone(zone));

        assertThat(found.map(ZonedDateTime::toLocalDateTime)
                        .map(Object::toString)
                        .orElse(""))
                .isEqualTo(end == null ? "" : end);
    }
}
