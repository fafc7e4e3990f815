package org.safepassage.redact.recognisers;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// Patronymics: made from a father's name, and known by their look.
final class Patronymics {
    private static final Pattern STRICT =
            Pattern.compile("\\p{L}{2,}(?:(?:[оеё]вич|[аяео]віч|ьич)(?:а|у|ем|ам|ом|е|у|ы|и)?"
                    + "|(?:[ое]вн|ичн|[аяео]ўн|[аяео]вн|івн)(?:а|ы|е|у|ой|ою|ай|аю))");
    private static final Pattern LATIN = Pattern.compile(
            "\\p{L}{3,}(?:ovich|evich|avich|yevich|ievich|ovna|evna|auna|eyna|euna|yevna|owna|ewna|ovič|avič|evič)");

    private Patronymics() {}

    /// Whether a lower-case word ends like a patronymic in any case.
    static boolean looksLike(String lower) {
        return lower.charAt(0) < 0x0250
                ? LATIN.matcher(lower).matches()
                : STRICT.matcher(lower).matches();
    }

    /// The same of a word that is folded, in which a Belarusian `і` is written `и`.
    static boolean looksLikeFolded(String folded) {
        return looksLike(folded) || (folded.charAt(0) >= 0x0400 && looksLike(folded.replace('и', 'і')));
    }

    /// Patronymics for sons and daughters of a man with this lower-case Cyrillic name, Russian, Belarusian, colloquial.
    static Set<String> of(String father) {
        var made = new LinkedHashSet<String>();
        String name = father.replace('ё', 'е');
        char last = name.charAt(name.length() - 1);
        String cut = name.substring(0, name.length() - 1);
        switch (name) {
            case "павел", "павал" -> add(made, "павл");
            case "лев", "леў" -> add(made, "льв");
            case "петр", "пятро", "петро" -> add(made, "петр");
            case "михаил", "міхаіл", "михайло" -> add(made, "михайл", "міхайл");
            case "яков", "якаў" -> addSoft(made, "яковл", "якаўл");
            case "илья", "ілья", "ілля" -> made.addAll(Set.of("ильич", "ильинична", "ільіч", "ільінічна"));
            case "никита", "мікіта", "лука", "фома", "кузьма", "савва" -> {
                made.addAll(Set.of(cut + "ич", cut + "ична", cut + "іч", cut + "ічна"));
                made.addAll(Set.of(cut + "авіч", cut + "аўна"));
            }
            default -> {
                if (name.endsWith("ий") || name.endsWith("ій") || name.endsWith("ый")) {
                    String stem = name.substring(0, name.length() - 2);
                    addSoft(made, stem + "ь", stem + "и", stem, stem + "і");
                    add(made, stem);
                } else if (last == 'й' || last == 'ь' || last == 'я') {
                    addSoft(made, cut);
                    add(made, cut);
                } else if (last == 'а' || last == 'о' || last == 'ы' || last == 'і') {
                    add(made, cut);
                } else {
                    add(made, name);
                    if (name.endsWith("ў")) {
                        add(made, cut + "в");
                    }
                }
            }
        }
        return made;
    }

    private static void add(Set<String> made, String... stems) {
        for (String stem : stems) {
            made.add(stem + "ович");
            made.add(stem + "овна");
            made.add(stem + "авіч");
            made.add(stem + "аўна");
            made.add(stem + "ыч");
        }
    }

    private static void addSoft(Set<String> made, String... stems) {
        for (String stem : stems) {
            made.add(stem + "евич");
            made.add(stem + "евна");
            made.add(stem + "евіч");
            made.add(stem + "еўна");
            made.add(stem + "ич");
            made.add(stem + "явіч");
            made.add(stem + "яўна");
        }
    }
}
