package org.safepassage.hub.configuration;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One exchange plan, `config/exchanges/<name>.yaml`: a partner's case files go to a recipient under an agreement.
///
/// @param name the file's name without its ending
/// @param partner who gives
/// @param recipient who gets
/// @param agreement name of the agreement in config/agreements
/// @param purpose what the recipient does with it; consent must cover it
/// @param categories selects case files with one of these categories; empty selects all
/// @param schedule when the partner is pulled for this exchange; absent means only on demand
/// @param sandbox whether case files go their whole way but for the delivery
public record ExchangeFile(
        String name,
        String partner,
        String recipient,
        String agreement,
        String purpose,
        List<String> categories,
        Optional<Schedule> schedule,
        boolean sandbox) {
    public ExchangeFile {
        categories = List.copyOf(categories);
    }

    /// A Quartz cron expression and the time zone it is meant in.
    ///
    /// @param cron six or seven fields, seconds first
    /// @param zone such as `Europe/Copenhagen`
    /// @param misfire what becomes of runs that were missed
    /// @param blackouts times in which nothing is pulled
    public record Schedule(String cron, String zone, Misfire misfire, List<Blackout> blackouts) {
        public Schedule {
            blackouts = List.copyOf(blackouts);
        }
    }

    /// What becomes of runs that were missed because the hub was down, the exchange paused or a blackout on.
    public enum Misfire {
        /// One run makes up for all.
        ONCE,
        /// None is made up for.
        SKIP,
        /// Each is made up for.
        EACH
    }

    /// Times in which nothing is pulled, by the clock of the schedule's zone.
    ///
    /// @param days on which it begins
    /// @param from its first moment
    /// @param until the first moment after it; on the next day when it is not after `from`
    public record Blackout(Set<DayOfWeek> days, LocalTime from, LocalTime until) {
        public Blackout {
            days = Set.copyOf(days);
        }

        /// The first moment after the blackout that covers this one; empty when it does not.
        public Optional<ZonedDateTime> end(ZonedDateTime at) {
            for (LocalDate begins : List.of(at.toLocalDate().minusDays(1), at.toLocalDate())) {
                if (!days.contains(begins.getDayOfWeek())) continue;
                ZonedDateTime first = begins.atTime(from).atZone(at.getZone());
                ZonedDateTime end = begins.plusDays(until.isAfter(from) ? 0 : 1)
                        .atTime(until)
                        .atZone(at.getZone());
                if (!at.isBefore(first) && at.isBefore(end)) return Optional.of(end);
            }
            return Optional.empty();
        }
    }
}
