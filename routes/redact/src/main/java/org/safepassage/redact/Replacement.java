package org.safepassage.redact;

import java.util.Map;
import org.safepassage.redact.recognisers.WrittenDates;
import org.safepassage.schemas.Mention;

/// What stands in the place of a redacted mention.
final class Replacement {
    private static final Map<String, Map<String, String>> WORDS = Map.of(
            "en",
            Map.of(
                    "PERSON",
                    "name",
                    "LOCATION",
                    "place",
                    "ORGANISATION",
                    "organisation",
                    "DATE",
                    "date",
                    "CODE",
                    "number",
                    "CONTACT",
                    "contact",
                    "DEMOGRAPHIC",
                    "detail",
                    "QUANTITY",
                    "amount"),
            "be",
            Map.of(
                    "PERSON",
                    "імя",
                    "LOCATION",
                    "месца",
                    "ORGANISATION",
                    "арганізацыя",
                    "DATE",
                    "дата",
                    "CODE",
                    "нумар",
                    "CONTACT",
                    "кантакт",
                    "DEMOGRAPHIC",
                    "звестка",
                    "QUANTITY",
                    "колькасць"),
            "ru",
            Map.of(
                    "PERSON",
                    "имя",
                    "LOCATION",
                    "место",
                    "ORGANISATION",
                    "организация",
                    "DATE",
                    "дата",
                    "CODE",
                    "номер",
                    "CONTACT",
                    "контакт",
                    "DEMOGRAPHIC",
                    "сведение",
                    "QUANTITY",
                    "количество"));

    private Replacement() {}

    static void append(String original, String language, Stretch stretch, Allowance allowance, StringBuilder out) {
        Mention mention = stretch.mention();
        String person = mention.person();
        switch (stretch.action()) {
            case PSEUDONYM ->
                out.append(
                        person == null
                                ? placeholder(mention, language)
                                : allowance.pseudonym(person, mention.type(), language));
            case GENERALISE -> out.append(generalised(original, language, mention, allowance));
            case MASK -> mask(original, out);
            case REMOVE, KEEP -> out.append(placeholder(mention, language));
        }
        keepLineBreak(original, out);
    }

    private static String generalised(String original, String language, Mention mention, Allowance allowance) {
        if (!mention.type().startsWith("DATE")) {
            return placeholder(mention, language);
        }
        boolean year = allowance.policy().dates() == org.safepassage.redact.policies.Precision.YEAR
                || mention.type().equals("DATE.BIRTH");
        String coarse = WrittenDates.coarse(original, year);
        return coarse.isEmpty() ? placeholder(mention, language) : coarse;
    }

    private static String placeholder(Mention mention, String language) {
        Map<String, String> words = WORDS.getOrDefault(
                language.length() > 2 ? language.substring(0, 2) : language, WORDS.getOrDefault("en", Map.of()));
        return "[" + words.getOrDefault(Overlaps.family(mention), "…") + "]";
    }

    private static void mask(String original, StringBuilder out) {
        original.codePoints()
                .forEach(c ->
                        out.appendCodePoint(Character.isLetterOrDigit(c) ? '█' : Character.isWhitespace(c) ? c : '·'));
    }

    /// A mention that ran over a line end must not glue two lines or two pages together.
    private static void keepLineBreak(String original, StringBuilder out) {
        for (char mark : new char[] {'\f', '\n'}) {
            if (original.indexOf(mark) >= 0 && out.indexOf(String.valueOf(mark), out.length() - 1) < 0) {
                out.append(mark);
                return;
            }
        }
    }
}
