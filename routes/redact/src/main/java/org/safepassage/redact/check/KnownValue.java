package org.safepassage.redact.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.safepassage.schemas.Identifier;

/// One number, contact or label as it is searched for.
///
/// @param type mention type
/// @param value with its separators, which do not count
/// @param bound what may touch it
record KnownValue(String type, String value, Bound bound) {
    /// What may stand directly before and behind a find.
    enum Bound {
        ANYTHING,
        NO_DIGIT,
        NO_LETTER_OR_DIGIT
    }

    private static final int LONG = 8;
    /// A year and a month are no number of anybody.
    private static final Pattern MONTH = Pattern.compile("(?:19|20)\\d\\d\\D?(?:0[1-9]|1[0-2])");

    /// Every form of an identifier that is searched for without regard to separators.
    static List<KnownValue> of(Identifier identifier, String type) {
        var values = new ArrayList<KnownValue>();
        String value = identifier.value();
        switch (identifier.type()) {
            case PHONE -> {
                for (String part : value.split("[,;/]", -1)) {
                    phone(part, type, values);
                }
            }
            case EMAIL -> email(value, type, values);
            case SOCIAL_HANDLE -> handle(value, type, values);
            case PASSPORT, PERSONAL_NUMBER, VEHICLE_PLATE, MEDICAL_RECORD, OTHER -> code(value, type, values);
            case ADDRESS, WORKPLACE -> {
                if (length(value) >= LONG + 2) {
                    values.add(new KnownValue(type, value, Bound.ANYTHING));
                }
            }
            case BIRTH_DATE -> {}
        }
        return values;
    }

    /// The partner's own number of the case.
    static List<KnownValue> caseNumber(String number) {
        var values = new ArrayList<KnownValue>();
        code(number, "CODE.CASE_NUMBER", values);
        return values;
    }

    /// The name of a file that the partner gave, without its ending, when it tells anything. One word alone does
    /// not: if it is a name it is searched for as a name, if not it may stand in any text.
    static List<KnownValue> fileName(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        String stem = name.lastIndexOf('.') > 0 ? name.substring(0, name.lastIndexOf('.')) : name;
        int telling = FileNameWords.telling(stem);
        boolean more = stem.codePoints().anyMatch(Character::isDigit) || telling > 1;
        return telling > 0 && more && length(stem) >= 6
                ? List.of(new KnownValue("CODE.FILE_NAME", stem, Bound.NO_LETTER_OR_DIGIT))
                : List.of();
    }

    private static void phone(String value, String type, List<KnownValue> values) {
        String digits = value.replaceAll("\\D", "");
        if (digits.length() >= 9) {
            values.add(new KnownValue(type, digits.substring(digits.length() - 9), Bound.ANYTHING));
        }
        if (digits.length() >= 7) {
            values.add(new KnownValue(type, digits.substring(digits.length() - 7), Bound.NO_DIGIT));
        } else if (digits.length() >= 5) {
            values.add(new KnownValue(type, digits, Bound.NO_LETTER_OR_DIGIT));
        }
    }

    private static void email(String value, String type, List<KnownValue> values) {
        code(value, type, values);
        code(value.replace("@", " at ").replace(".", " dot "), type, values);
        code(value.replace("@", " собака ").replace(".", " точка "), type, values);
        code(value.replace("@", " at "), type, values);
        int at = value.indexOf('@');
        if (at >= 6) {
            values.add(new KnownValue(type, value.substring(0, at), Bound.NO_LETTER_OR_DIGIT));
        }
    }

    private static void handle(String value, String type, List<KnownValue> values) {
        code(value, type, values);
        String handle = value.replaceAll("[/?]+$", "");
        handle = handle.substring(handle.lastIndexOf('/') + 1);
        if (length(handle) >= 5) {
            values.add(new KnownValue(type, handle, Bound.NO_LETTER_OR_DIGIT));
        }
    }

    private static void code(String value, String type, List<KnownValue> values) {
        int length = length(value);
        boolean letters = value.codePoints().anyMatch(Character::isLetter);
        if (MONTH.matcher(value).matches()) {
            return;
        }
        if (length >= LONG) {
            values.add(new KnownValue(type, value, letters ? Bound.ANYTHING : Bound.NO_DIGIT));
        } else if (length >= 5) {
            values.add(new KnownValue(type, value, Bound.NO_LETTER_OR_DIGIT));
        }
        String digits = value.replaceAll("\\D", "");
        if (letters && digits.length() >= 7 && digits.length() < length) {
            values.add(new KnownValue(type, digits, Bound.NO_DIGIT));
        }
    }

    private static int length(String value) {
        return (int) value.codePoints().filter(Character::isLetterOrDigit).count();
    }

    @Override
    public String toString() {
        return "KnownValue[" + type + "]";
    }
}
