package org.safepassage.redact.check;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safepassage.redact.policies.Action;
import org.safepassage.redact.policies.Policy;

/// Finds numbers and contacts that the record does not know: whoever they belong to, nobody decided that they may
/// leave. Immutable.
final class StrayIdentifiers {
    /// One kind of number.
    private record Kind(String type, Pattern pattern, Predicate<String> valid) {}

    private static final String WEIGHTS = "731";
    private static final Kind EMAIL = new Kind(
            "CONTACT.EMAIL",
            Pattern.compile("(?U)[\\p{L}\\d._%+-]{2,64}@(?:[\\p{L}\\d-]{1,63}\\.){1,5}\\p{L}{2,24}"),
            found -> true);
    private static final List<Kind> NUMBERS = List.of(
            new Kind(
                    "CONTACT.PHONE",
                    Pattern.compile(
                            "(?<![\\d\\p{L}])(?:\\+|00|8[ -]?\\(?0)[ (-]{0,2}\\d(?:[ ().-]{0,2}\\d){7,13}(?!\\d)"),
                    StrayIdentifiers::isPhone),
            new Kind(
                    "CODE.PERSONAL_NUMBER",
                    Pattern.compile("(?<![\\d\\p{L}])[1-6]\\d{6}[A-ZА-ЯІ]\\d{3}[A-ZА-Я]{2}\\d(?![\\d\\p{L}])"),
                    StrayIdentifiers::isPersonalNumber),
            new Kind(
                    "CODE.PASSPORT",
                    Pattern.compile("(?<![\\d\\p{L}])(?:[ABCHKMPАВСНКМР]{2}) ?(?:№ ?)?\\d{7}(?![\\d\\p{L}])"),
                    found -> true),
            new Kind(
                    "CODE.CARD",
                    Pattern.compile("(?<![\\d\\p{L}.])[3-6]\\d{3}(?:[ -]?\\d{4}){2}[ -]?\\d{3,4}(?![\\d\\p{L}])"),
                    StrayIdentifiers::isCard),
            new Kind(
                    "CODE.IBAN",
                    Pattern.compile(
                            "(?<![\\d\\p{L}])[A-Z]{2}\\d{2}(?: ?[A-Z\\d]{4}){3,7}(?: ?[A-Z\\d]{1,3})?(?![\\d\\p{L}])"),
                    StrayIdentifiers::isIban));

    private final Policy policy;

    StrayIdentifiers(Policy policy) {
        this.policy = policy;
    }

    void search(View view, HitList hits) {
        String text = view.text();
        if (searched(EMAIL)) {
            int from = 0;
            int at = text.indexOf('@');
            while (at >= 0) {
                // No part of an address holds another @: so each char is looked at once, however many there are.
                int next = text.indexOf('@', at + 1);
                int to = Math.min(next < 0 ? text.length() : next, at + 128);
                search(EMAIL, view, Math.max(from, at - 64), to, hits);
                from = at + 1;
                at = next;
            }
        }
        List<Kind> numbers = NUMBERS.stream().filter(this::searched).toList();
        DigitZones.each(text, 7, 6, (from, to) -> numbers.forEach(kind -> search(kind, view, from, to, hits)));
    }

    private boolean searched(Kind kind) {
        return policy.action(Policy.UNLINKED, kind.type()) != Action.KEEP;
    }

    private static void search(Kind kind, View view, int from, int to, HitList hits) {
        Matcher matcher = kind.pattern().matcher(view.text()).region(from, to).useTransparentBounds(true);
        while (matcher.find()) {
            if (kind.valid().test(matcher.group())) {
                hits.add(view.place(matcher.start()), kind.type());
            }
        }
    }

    private static boolean isPhone(String found) {
        PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
        String written = found.startsWith("00") ? "+" + found.substring(2) : found;
        try {
            return phones.isValidNumber(phones.parse(written, "BY"));
        } catch (NumberParseException e) {
            return false;
        }
    }

    /// The last digit of a Belarusian personal number: weights 7, 3, 1 over digits and letters (A is 10), modulo
    /// 10.
    private static boolean isPersonalNumber(String found) {
        int sum = 0;
        for (int i = 0; i < 13; i++) {
            char c = Letters.toLatin(found.charAt(i));
            sum += Character.digit(c, 36) * (WEIGHTS.charAt(i % 3) - '0');
        }
        return sum % 10 == found.charAt(13) - '0';
    }

    private static boolean isCard(String found) {
        String digits = found.replaceAll("\\D", "");
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int value = i % 2 == 0 ? digit : digit * 2;
            sum += value > 9 ? value - 9 : value;
        }
        return sum % 10 == 0;
    }

    private static boolean isIban(String found) {
        String iban = found.replace(" ", "").toUpperCase(Locale.ROOT);
        var number = new StringBuilder();
        (iban.substring(4) + iban.substring(0, 4)).chars().forEach(c -> number.append(Character.digit(c, 36)));
        return new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }
}
