package org.safepassage.rehearsal.sample.people;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.safepassage.rehearsal.sample.Dice;

/// The shapes in which a text shows what points to a person besides the name: phones with and without spaces, dates of
/// birth in words and figures, addresses.
public final class IdentifierForms {
    private static final List<String> MONTHS_BE = List.of(
            "студзеня",
            "лютага",
            "сакавіка",
            "красавіка",
            "мая",
            "чэрвеня",
            "ліпеня",
            "жніўня",
            "верасня",
            "кастрычніка",
            "лістапада",
            "снежня");
    private static final List<String> MONTHS_RU = List.of(
            "января",
            "февраля",
            "марта",
            "апреля",
            "мая",
            "июня",
            "июля",
            "августа",
            "сентября",
            "октября",
            "ноября",
            "декабря");

    private final Language language;
    private final Dice dice;

    /// Forms for a text in this language.
    public IdentifierForms(Language language, Dice dice) {
        this.language = language;
        this.dice = dice;
    }

    /// The canonical value of an identifier, empty when the person has none: `phone`, `phone2`, `email`, `social`,
    /// `address`, `work`, `passport`, `pn`, `plate`, `card`, `born`.
    ///
    /// @throws IllegalArgumentException for another word
    public static String canonical(Persona who, String kind, Language language) {
        var of = who.particulars();
        return switch (kind) {
            case "phone" -> of.phone();
            case "phone2" -> of.secondPhone();
            case "email" -> of.email();
            case "social" -> of.handle();
            case "address" -> of.address().in(language);
            case "work" -> of.workplace().in(language);
            case "passport" -> of.passport();
            case "pn" -> of.personalNumber();
            case "plate" -> of.plate();
            case "card" -> of.medicalRecord();
            case "born" -> who.born().toString();
            default -> throw new IllegalArgumentException("no identifier: " + kind);
        };
    }

    /// The identifier as this text shows it.
    public Surface of(Persona who, String kind) {
        String value = canonical(who, kind, language);
        return switch (kind) {
            case "phone", "phone2" -> Surface.of("CONTACT.PHONE", phone(value), value);
            case "email" -> Surface.of("CONTACT.EMAIL", value, value);
            case "social" ->
                Surface.of("CONTACT.SOCIAL", dice.percent(70) ? value : "t.me/" + value.substring(1), value);
            case "address" -> Surface.of("LOCATION.ADDRESS", address(value), value);
            case "work" -> Surface.of("ORGANISATION.WORKPLACE", value, value);
            case "passport" ->
                Surface.of(
                        "CODE.PASSPORT",
                        dice.percent(60) ? value : value.substring(0, 2) + " " + value.substring(2),
                        value);
            case "pn" -> Surface.of("CODE.PERSONAL_NUMBER", value, value);
            case "plate" -> Surface.of("CODE.PLATE", value, value);
            case "card" -> Surface.of("CODE.MEDICAL_RECORD", value, value);
            default -> Surface.of("DATE.BIRTH", date(who.born()), value);
        };
    }

    /// A date as texts of this language write it, in one of the usual ways.
    public String date(LocalDate day) {
        if (dice.percent(50)) {
            return "%02d.%02d.%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
        }
        int month = day.getMonthValue() - 1;
        return switch (language) {
            case BE -> day.getDayOfMonth() + " " + MONTHS_BE.get(month) + " " + day.getYear() + " г.";
            case RU -> day.getDayOfMonth() + " " + MONTHS_RU.get(month) + " " + day.getYear() + " года";
            case EN -> day.format(DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH));
        };
    }

    private String phone(String value) {
        String code = value.substring(4, 6);
        String number = value.substring(6);
        String parted = number.substring(0, 3) + "-" + number.substring(3, 5) + "-" + number.substring(5);
        return switch (dice.below(5)) {
            case 0 -> "+375 " + code + " " + parted;
            case 1 -> "8 (0" + code + ") " + parted;
            case 2 -> "80" + code + number;
            case 3 -> "+375 (" + code + ") " + parted.replace('-', ' ');
            default -> value;
        };
    }

    /// Whole, or without the town, as neighbours say it.
    private String address(String value) {
        if (language == Language.EN || dice.percent(60)) {
            return value;
        }
        return value.substring(value.indexOf(", ") + 2);
    }
}
