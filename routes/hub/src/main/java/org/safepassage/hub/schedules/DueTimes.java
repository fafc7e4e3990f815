package org.safepassage.hub.schedules;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.safepassage.hub.configuration.ExchangeFile;
import org.safepassage.hub.configuration.ExchangeFile.Misfire;

/// When an exchange is due by its schedule, blackouts taken into account. Immutable.
final class DueTimes {
    private static final int MOST_TRIES = 1000;

    private final ExchangeFile.Schedule schedule;
    private final ZoneId zone;
    private final WallClock clock;

    DueTimes(ExchangeFile.Schedule schedule) {
        this.schedule = schedule;
        this.zone = ZoneId.of(schedule.zone());
        this.clock = new WallClock(schedule.cron(), zone);
    }

    /// The next after this instant that is in no blackout: when a blackout skips runs the first after it,
    /// otherwise its end.
    Optional<Instant> next(Instant after) {
        return clock.next(after).map(this::afterBlackouts);
    }

    /// All after `from` until `to`, the first so many.
    List<Instant> between(Instant from, Instant to, int most) {
        return clock.between(from, to, most);
    }

    /// When the blackout that is on at this instant ends; empty when none is.
    Optional<Instant> blackoutEnd(Instant at) {
        return schedule.blackouts().stream()
                .flatMap(blackout -> blackout.end(at.atZone(zone)).stream())
                .map(ZonedDateTime::toInstant)
                .max(Comparator.naturalOrder());
    }

    private Instant afterBlackouts(Instant at) {
        if (schedule.misfire() != Misfire.SKIP) return blackoutEnd(at).orElse(at);
        Instant free = at;
        for (int tries = 0; tries < MOST_TRIES && blackoutEnd(free).isPresent(); tries++) {
            free = clock.next(free).orElse(free);
        }
        return free;
    }
}
