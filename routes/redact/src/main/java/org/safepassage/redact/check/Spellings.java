package org.safepassage.redact.check;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Ways in which a Cyrillic word is written in Latin letters, as far as they sound different to [SoundStream]:
/// English (`kh`, `ts`), Łacinka (`ch`, `c`) and French (`ou`, `tch`).
final class Spellings {
    private static final Map<Character, String> ENGLISH = Map.ofEntries(
            Map.entry('а', "a"),
            Map.entry('б', "b"),
            Map.entry('в', "v"),
            Map.entry('г', "g"),
            Map.entry('д', "d"),
            Map.entry('е', "e"),
            Map.entry('ё', "yo"),
            Map.entry('ж', "zh"),
            Map.entry('з', "z"),
            Map.entry('и', "i"),
            Map.entry('й', "y"),
            Map.entry('і', "i"),
            Map.entry('ї', "yi"),
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
            Map.entry('ю', "yu"),
            Map.entry('я', "ya"),
            Map.entry('є', "ye"),
            Map.entry('ґ', "g"));
    private static final Map<Character, String> LACINKA =
            Map.of('х', "ch", 'ц', "c", 'ч', "č", 'ш', "š", 'ж', "ž", 'й', "j", 'ю', "ju", 'я', "ja", 'ў', "ŭ");
    private static final Map<Character, String> FRENCH = Map.of('у', "ou", 'ю', "iou", 'ш', "ch", 'ч', "tch", 'ж', "j");

    private Spellings() {}

    /// The word itself first, then its Latin spellings when it is Cyrillic.
    static Set<String> of(String word) {
        var spellings = new LinkedHashSet<String>();
        spellings.add(word);
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.chars().anyMatch(c -> c >= 0x400 && c < 0x530)) {
            spellings.add(spell(lower, Map.of()));
            spellings.add(spell(lower, LACINKA));
            spellings.add(spell(lower, FRENCH));
        }
        return spellings;
    }

    private static String spell(String lower, Map<Character, String> first) {
        var out = new StringBuilder();
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            String english = ENGLISH.getOrDefault(c, c == 'ь' || c == 'ъ' ? "" : String.valueOf(c));
            out.append(first.getOrDefault(c, english));
        }
        return out.toString();
    }
}
