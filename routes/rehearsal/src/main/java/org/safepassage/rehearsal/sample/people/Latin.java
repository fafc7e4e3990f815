package org.safepassage.rehearsal.sample.people;

import java.util.Locale;
import java.util.Map;

/// Schemes by which Cyrillic names are spelt in Latin letters. Belarusian passports and lacinka start from the
/// Belarusian name, the others from the Russian one.
///
/// Sources: the Belarusian rules for names in passports (as seen in practice: Siarhei, Kavalchuk), Belarusian Latin
/// alphabet, BGN/PCGN 1947 for Russian, ICAO Doc 9303 part 3 for Russian, GOST 7.79-2000 (ISO 9) system A.
public enum Latin {
    PASSPORT(Language.BE),
    LACINKA(Language.BE),
    BGN(Language.RU),
    ICAO(Language.RU),
    ISO9(Language.RU);

    private static final String VOWELS = "аеёіоуыэюяийъьў'";
    private static final Map<Character, String> COMMON = Map.ofEntries(
            Map.entry('а', "a"),
            Map.entry('б', "b"),
            Map.entry('в', "v"),
            Map.entry('г', "g"),
            Map.entry('д', "d"),
            Map.entry('е', "e"),
            Map.entry('ж', "zh"),
            Map.entry('з', "z"),
            Map.entry('и', "i"),
            Map.entry('і', "i"),
            Map.entry('й', "y"),
            Map.entry('к', "k"),
            Map.entry('л', "l"),
            Map.entry('м', "m"),
            Map.entry('н', "n"),
            Map.entry('о', "o"),
            Map.entry('п', "p"),
            Map.entry('р', "r"),
            Map.entry('с', "s"),
            Map.entry('т', "t"),
            Map.entry('у', "u"),
            Map.entry('ў', "u"),
            Map.entry('ф', "f"),
            Map.entry('х', "kh"),
            Map.entry('ц', "ts"),
            Map.entry('ч', "ch"),
            Map.entry('ш', "sh"),
            Map.entry('щ', "shch"),
            Map.entry('ы', "y"),
            Map.entry('э', "e"),
            Map.entry('ё', "yo"),
            Map.entry('ю', "yu"),
            Map.entry('я', "ya"),
            Map.entry('ъ', ""),
            Map.entry('ь', ""),
            Map.entry('\'', ""));
    private static final Map<Character, String> ISO9_OWN = Map.ofEntries(
            Map.entry('ж', "ž"),
            Map.entry('й', "j"),
            Map.entry('х', "h"),
            Map.entry('ц', "c"),
            Map.entry('ч', "č"),
            Map.entry('ш', "š"),
            Map.entry('щ', "ŝ"),
            Map.entry('ь', "ʹ"),
            Map.entry('э', "è"),
            Map.entry('ё', "ë"),
            Map.entry('ю', "û"),
            Map.entry('я', "â"));
    private static final Map<Character, String> LACINKA_OWN =
            Map.of('г', "h", 'ж', "ž", 'й', "j", 'ў', "ŭ", 'х', "ch", 'ц', "c", 'ч', "č", 'ш', "š");
    private static final Map<String, String> LACINKA_SOFT = Map.of("нь", "ń", "сь", "ś", "зь", "ź", "ць", "ć");

    private final Language from;

    Latin(Language from) {
        this.from = from;
    }

    /// The language whose spelling this scheme starts from.
    public Language from() {
        return from;
    }

    /// One or more words of `from`'s spelling in Latin letters, capitals kept at the start of words.
    public String spell(String cyrillic) {
        var spelt = new StringBuilder();
        for (String word : cyrillic.split(" ", -1)) {
            String latin = word(word.toLowerCase(Locale.ROOT));
            spelt.append(spelt.isEmpty() ? "" : " ").append(capital(latin));
        }
        return spelt.toString();
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private String word(String word) {
        var latin = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char before = i == 0 ? ' ' : word.charAt(i - 1);
            char after = i + 1 < word.length() ? word.charAt(i + 1) : ' ';
            latin.append(letter(word.charAt(i), before, after));
        }
        return latin.toString();
    }

    private String letter(char letter, char before, char after) {
        boolean yotated = before == ' ' || VOWELS.indexOf(before) >= 0;
        return switch (this) {
            case PASSPORT ->
                switch (letter) {
                    case 'г' -> "h";
                    case 'й' -> before == 'ы' || before == 'і' ? "" : "i";
                    case 'е' -> yotated ? "ye" : "e";
                    case 'ё' -> yotated ? "yo" : "io";
                    case 'ю' -> yotated ? "yu" : "iu";
                    case 'я' -> before == ' ' ? "ya" : "ia";
                    default -> COMMON.getOrDefault(letter, String.valueOf(letter));
                };
            case LACINKA -> lacinka(letter, before, after, yotated);
            case BGN ->
                switch (letter) {
                    case 'е' -> yotated ? "ye" : "e";
                    case 'й' -> before == 'и' || before == 'ы' ? "" : "y";
                    default -> COMMON.getOrDefault(letter, String.valueOf(letter));
                };
            case ICAO ->
                switch (letter) {
                    case 'й' -> "i";
                    case 'ё' -> "e";
                    case 'ю' -> "iu";
                    case 'я' -> "ia";
                    case 'ъ' -> "ie";
                    default -> COMMON.getOrDefault(letter, String.valueOf(letter));
                };
            case ISO9 -> ISO9_OWN.getOrDefault(letter, COMMON.getOrDefault(letter, String.valueOf(letter)));
        };
    }

    private static String lacinka(char letter, char before, char after, boolean yotated) {
        return switch (letter) {
            case 'л' -> "еёюяіьл".indexOf(after) >= 0 ? "l" : "ł";
            case 'е' -> glide(before, yotated) + "e";
            case 'ё' -> glide(before, yotated) + "o";
            case 'ю' -> glide(before, yotated) + "u";
            case 'я' -> glide(before, yotated) + "a";
            case 'н', 'с', 'з', 'ц' ->
                after == 'ь'
                        ? LACINKA_SOFT.getOrDefault(letter + "ь", "")
                        : LACINKA_OWN.getOrDefault(letter, COMMON.getOrDefault(letter, ""));
            default -> LACINKA_OWN.getOrDefault(letter, COMMON.getOrDefault(letter, String.valueOf(letter)));
        };
    }

    private static String glide(char before, boolean yotated) {
        return yotated ? "j" : before == 'л' ? "" : "i";
    }
}
