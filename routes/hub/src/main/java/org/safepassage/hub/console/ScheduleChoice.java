package org.safepassage.hub.console;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quartz.CronExpression;
import org.safepassage.hub.schedules.WallClock;
import org.springframework.context.MessageSource;

/// Schedules that an operator chooses without writing a cron expression, and any schedule in words. Safe for several
/// threads.
final class ScheduleChoice {
    /// What may be chosen; the last is an expression of the operator's own.
    static final List<String> CHOICES =
            List.of("none", "quarter", "half", "hourly", "daily", "weekdays", "weekly", "cron");

    private static final Pattern MINUTES = Pattern.compile("0 [0*]/(\\d+) \\* [?*] \\* [?*]");
    private static final Pattern HOURLY = Pattern.compile("0 (\\d+) \\* [?*] \\* [?*]");
    private static final Pattern AT = Pattern.compile("0 (\\d+) (\\d+) [?*] \\* ([?*]|[A-Z]{3}(?:-[A-Z]{3})?)");
    private static final int TOLD = 3;

    private final MessageSource messages;

    ScheduleChoice(MessageSource messages) {
        this.messages = messages;
    }

    /// The cron expression of a choice; empty for none.
    static String cron(String choice, String time, String own) {
        String at = time.matches("([01][0-9]|2[0-3]):[0-5][0-9]")
                ? Integer.parseInt(time.substring(3)) + " " + Integer.parseInt(time.substring(0, 2))
                : "0 2";
        return switch (choice) {
            case "quarter" -> "0 0/15 * ? * *";
            case "half" -> "0 0/30 * ? * *";
            case "hourly" -> "0 0 * ? * *";
            case "daily" -> "0 " + at + " ? * *";
            case "weekdays" -> "0 " + at + " ? * MON-FRI";
            case "weekly" -> "0 " + at + " ? * SUN";
            case "cron" -> own;
            default -> "";
        };
    }

    /// A schedule in words, such as `Monday to Friday at 02:30, Europe/Copenhagen`.
    String words(String cron, String zone, Locale locale) {
        var minutes = MINUTES.matcher(cron);
        if (minutes.matches()) return said("schedule.minutes", locale, minutes.group(1), zone);
        var hourly = HOURLY.matcher(cron);
        if (hourly.matches()) return said("schedule.hourly", locale, hourly.group(1), zone);
        var at = AT.matcher(cron);
        if (!at.matches()) return said("schedule.cron", locale, cron, zone);
        String time =
                String.format(Locale.ROOT, "%02d:%02d", Integer.parseInt(at.group(2)), Integer.parseInt(at.group(1)));
        String[] days = at.group(3).split("-", 2);
        Optional<String> first = day(days[0], locale);
        if (first.isEmpty()) return said("schedule.daily", locale, time, zone);
        return days.length == 1
                ? said("schedule.day", locale, first.get(), time, zone)
                : said(
                        "schedule.days",
                        locale,
                        first.get(),
                        day(days[1], locale).orElse(days[1]),
                        time,
                        zone);
    }

    /// The next three runs by the clock of the zone; none when the schedule is no good.
    static List<String> next(String cron, String zone, Instant now) {
        if (!CronExpression.isValidExpression(cron)
                || !ZoneId.getAvailableZoneIds().contains(zone)) return List.of();
        var clock = new WallClock(cron, ZoneId.of(zone));
        var runs = new ArrayList<String>();
        Optional<Instant> next = clock.next(now);
        while (next.isPresent() && runs.size() < TOLD) {
            runs.add(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx", Locale.ROOT)
                    .format(next.get().atZone(clock.zone())));
            next = clock.next(next.get());
        }
        return runs;
    }

    private String said(String key, Locale locale, String... words) {
        return messages.getMessage(key, words, locale);
    }

    private static Optional<String> day(String word, Locale locale) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().startsWith(word)) return Optional.of(day.getDisplayName(TextStyle.FULL, locale));
        }
        return Optional.empty();
    }
}
