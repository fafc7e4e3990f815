package org.safepassage.rehearsal.sample.network;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.safepassage.rehearsal.sample.Dice;

/// Dates as each partner writes them: full, only month and year, a range, or plainly wrong.
final class PartnerDates {
    private static final List<String> MONTHS = List.of(
            "январь",
            "февраль",
            "март",
            "апрель",
            "май",
            "июнь",
            "июль",
            "август",
            "сентябрь",
            "октябрь",
            "ноябрь",
            "декабрь");

    private final Partner partner;
    private final Dice dice;

    PartnerDates(Partner partner, Dice dice) {
        this.partner = partner;
        this.dice = dice;
    }

    /// Mostly the full day, sometimes only the month.
    String of(LocalDate day) {
        boolean partial = dice.percent(20);
        String dotted = "%02d.%02d.%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
        return switch (partner) {
            case CASEBASE -> partial ? day.toString().substring(0, 7) : day.toString();
            case FIELDNOTES -> partial ? MONTHS.get(day.getMonthValue() - 1) + " " + day.getYear() : dotted;
            case SHAREHUB ->
                day.format(DateTimeFormatter.ofPattern(partial ? "MMMM uuuu" : "d MMMM uuuu", Locale.ENGLISH));
        };
    }

    /// Two or three days from this one on.
    String rangeFrom(LocalDate day) {
        LocalDate end = day.plusDays(dice.between(1, 3));
        return switch (partner) {
            case CASEBASE -> day + "/" + end;
            case FIELDNOTES ->
                "%02d.%02d–%02d.%02d.%d"
                        .formatted(
                                day.getDayOfMonth(),
                                day.getMonthValue(),
                                end.getDayOfMonth(),
                                end.getMonthValue(),
                                end.getYear());
            case SHAREHUB -> of(day);
        };
    }

    /// A slip of the hand that no calendar knows.
    String malformed(LocalDate day) {
        return switch (partner) {
            case CASEBASE -> day.getYear() + "-13-" + dice.between(32, 45);
            case FIELDNOTES -> "%d.%d.%d".formatted(dice.between(32, 40), day.getMonthValue(), day.getYear());
            case SHAREHUB -> "some day in autumn " + day.getYear();
        };
    }
}
