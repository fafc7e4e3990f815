package org.safepassage.redact.pseudonyms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safepassage.redact.text.Skeleton;
import org.safepassage.schemas.PersonName;
import org.safepassage.schemas.Sex;

/// The cases in which a name may stand, read from how its words differ from the person's recorded name. A word whose
/// ending fits several cases leaves them all; the words of one name narrow each other.
public final class NameCases {
    private static final Pattern WORD = Pattern.compile("\\p{IsCyrillic}[\\p{IsCyrillic}'’]*");
    private static final Pattern POSSESSIVE = Pattern.compile(".{2,}(?:[оеёая][вў]|[иыі]н)");
    private static final Pattern POSSESSIVE_OF_WOMEN = Pattern.compile(".{2,}(?:[оеёая]в|[иыі]н)а");
    private static final Pattern ADJECTIVE = Pattern.compile(".{2,}(?:кий|ый|ой|[сц]к[іи]|ы)");
    private static final Pattern OF_WOMAN = Pattern.compile(".{3,}(?:овна|евна|ична|ўна|ова|ева|ава|ёва|ская|цкая)");
    private static final Pattern OF_MAN = Pattern.compile(".{3,}(?:ович|евич|авіч|евіч|ьич|[оеёа][вў]|[сц]кий|[сц]кі)");
    private static final int LEAST_LIKENESS = 2;

    private record Ending(String letters, Set<GrammaticalCase> cases) {}

    private static final Map<String, List<Ending>> ENDINGS = endings();

    private NameCases() {}

    /// The cases of `written`, all of them when nothing tells.
    ///
    /// @param written a name in a text, in whatever form
    /// @param names under which the record knows the person
    /// @param language of the text
    public static Set<GrammaticalCase> of(String written, Collection<PersonName> names, Sex sex, String language) {
        var bases = new ArrayList<String>();
        names.forEach(name ->
                bases.addAll(words(name.full() + " " + name.surname() + " " + name.given() + " " + name.patronymic())));
        Sex known = sex == Sex.UNKNOWN ? sexOf(bases) : sex;
        Set<GrammaticalCase> cases = EnumSet.allOf(GrammaticalCase.class);
        for (String word : words(written)) {
            cases.retainAll(ofWord(word, bases, known, Lines.language(language)));
        }
        return cases.isEmpty() ? EnumSet.allOf(GrammaticalCase.class) : cases;
    }

    private static Set<GrammaticalCase> ofWord(String word, List<String> bases, Sex sex, String language) {
        Set<GrammaticalCase> best = EnumSet.noneOf(GrammaticalCase.class);
        int likest = LEAST_LIKENESS;
        String sounds = Skeleton.of(word);
        for (String base : bases) {
            int likeness = commonPrefix(sounds, Skeleton.of(base));
            Set<GrammaticalCase> cases = likeness < likest ? Set.of() : ofForm(word, base, sex, language);
            if (!cases.isEmpty() && likeness > likest) {
                best.clear();
                likest = likeness;
            }
            best.addAll(cases);
        }
        return best.isEmpty() ? EnumSet.allOf(GrammaticalCase.class) : best;
    }

    private static Set<GrammaticalCase> ofForm(String form, String base, Sex sex, String language) {
        List<String> kinds = kinds(base, sex, language);
        if (kinds.isEmpty()) {
            return form.equals(base) ? EnumSet.allOf(GrammaticalCase.class) : Set.of();
        }
        for (String kind : kinds) {
            for (Ending ending : ENDINGS.getOrDefault(language + " " + kind, List.of())) {
                if (form.endsWith(ending.letters())) {
                    return ending.cases();
                }
            }
        }
        return Skeleton.of(form).equals(Skeleton.of(base)) ? EnumSet.of(GrammaticalCase.NOMINATIVE) : Set.of();
    }

    /// How a base form may be declined, likelier first; empty when it is not.
    private static List<String> kinds(String base, Sex sex, String language) {
        boolean woman = sex == Sex.FEMALE;
        String gender = woman ? "-f" : "-m";
        if (POSSESSIVE.matcher(base).matches() && !woman) {
            return List.of("possessive-m");
        }
        if (POSSESSIVE_OF_WOMEN.matcher(base).matches() && woman) {
            // Иванова, but Марина, too.
            return List.of("possessive-f", "vowel-f");
        }
        if (ADJECTIVE.matcher(base).matches()) {
            return woman ? List.of() : List.of("adjective-m");
        }
        if (base.endsWith("ая") || base.endsWith("яя")) {
            return List.of("adjective-f");
        }
        if (base.endsWith("ых") || base.endsWith("их")) {
            return List.of();
        }
        return switch (base.charAt(base.length() - 1)) {
            case 'а' -> List.of("vowel" + gender);
            case 'я' -> List.of("soft-vowel" + gender);
            case 'о' -> language.equals("be") ? List.of("vowel" + gender) : List.of();
            case 'ь' -> List.of("soft" + gender);
            case 'й' -> woman ? List.of() : List.of("soft-m");
            case 'е', 'э', 'и', 'і', 'у', 'ю', 'ы', 'ё' -> List.of();
            default -> woman ? List.of() : List.of("hard-m");
        };
    }

    private static Sex sexOf(List<String> bases) {
        for (String base : bases) {
            if (OF_WOMAN.matcher(base).matches()) {
                return Sex.FEMALE;
            }
            if (OF_MAN.matcher(base).matches()) {
                return Sex.MALE;
            }
        }
        return Sex.UNKNOWN;
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            if (matcher.group().length() > 2) {
                words.add(matcher.group());
            }
        }
        return words;
    }

    private static int commonPrefix(String one, String other) {
        int length = 0;
        while (length < one.length() && length < other.length() && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }

    private static Map<String, List<Ending>> endings() {
        var endings = new HashMap<String, List<Ending>>();
        for (List<String> row : Lines.of("name-endings.tsv")) {
            var list = new ArrayList<Ending>();
            for (String one : row.get(2).split(" ", -1)) {
                String[] parts = one.split(":", -1);
                list.add(new Ending(parts[0], GrammaticalCase.of(parts[1])));
            }
            endings.put(row.get(0) + " " + row.get(1), List.copyOf(list));
        }
        return Map.copyOf(endings);
    }
}
