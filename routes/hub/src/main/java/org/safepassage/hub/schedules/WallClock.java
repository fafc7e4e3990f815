package org.safepassage.hub.schedules;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;

/// When a cron expression fires by the clock on the wall, also in the nights in which that clock is set. Quartz's own
/// reckoning leaves a run out that falls into the hour that spring skips, and one of two hours in autumn. Here:
///
/// | expression | hour skipped in spring | hour repeated in autumn |
/// |---|---|---|
/// | names its hours (`0 30 2 * * ?`) | once, when the clock was set | once, the first time |
/// | every hour or every few (`0 0 * * * ?`) | none in it | in both |
///
/// Immutable. Vixie cron has the same two rules.
///
/// @param cron Quartz cron expression, seconds first
/// @param zone where the wall stands
@SuppressWarnings("JavaUtilDate") // Quartz speaks java.util.Date
public record WallClock(String cron, ZoneId zone) {
    private static final Duration DAY = Duration.ofDays(1);

    /// @throws IllegalArgumentException when the expression is none
    public WallClock {
        if (!CronExpression.isValidExpression(cron))
            throw new IllegalArgumentException("is no Quartz cron expression: six or seven fields, seconds first");
    }

    /// The next time after an instant; empty when there is none.
    public Optional<Instant> next(Instant after) {
        CronExpression wall = onAClockThatIsNeverSet();
        Duration set = setNear(after);
        Instant shownAt = after.atZone(zone).toLocalDateTime().toInstant(ZoneOffset.UTC);
        Date at = wall.getNextValidTimeAfter(Date.from(shownAt.minus(set)));
        Optional<Instant> found = Optional.empty();
        while (at != null) {
            LocalDateTime shown = LocalDateTime.ofInstant(at.toInstant(), ZoneOffset.UTC);
            // Past this, times on the wall come in the order of instants.
            if (found.isPresent()
                    && shown.isAfter(found.get().atZone(zone).toLocalDateTime().plus(set))) break;
            for (Instant instant : instants(shown)) {
                if (instant.isAfter(after)
                        && found.filter(earlier -> !instant.isBefore(earlier)).isEmpty()) found = Optional.of(instant);
            }
            at = wall.getNextValidTimeAfter(at);
        }
        return found;
    }

    /// By how much the clock is set within a day of an instant.
    private Duration setNear(Instant after) {
        var change = zone.getRules().nextTransition(after.minus(DAY));
        return change == null || change.getInstant().isAfter(after.plus(DAY))
                ? Duration.ZERO
                : change.getDuration().abs();
    }

    /// The times after `from` up to `until`, at most `most` of them.
    public List<Instant> between(Instant from, Instant until, int most) {
        var all = new ArrayList<Instant>();
        Optional<Instant> next = next(from);
        while (next.isPresent() && !next.get().isAfter(until) && all.size() < most) {
            all.add(next.get());
            next = next(next.get());
        }
        return all;
    }

    private List<Instant> instants(LocalDateTime shown) {
        var rules = zone.getRules();
        List<ZoneOffset> offsets = rules.getValidOffsets(shown);
        if (offsets.isEmpty())
            return everyFewHours()
                    ? List.of()
                    : List.of(rules.getTransition(shown).getInstant());
        return offsets.stream()
                .limit(everyFewHours() ? 2 : 1)
                .map(shown::toInstant)
                .toList();
    }

    private boolean everyFewHours() {
        String hours = cron.strip().split("\\s+")[2];
        return hours.contains("*") || hours.contains("/");
    }

    private CronExpression onAClockThatIsNeverSet() {
        try {
            var expression = new CronExpression(cron);
            expression.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
            return expression;
        } catch (ParseException impossible) {
            throw new IllegalStateException("the expression was checked when this was made", impossible);
        }
    }
}
