package org.safepassage.redact.recognisers;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.safepassage.redact.text.NormalText;
import org.safepassage.redact.text.Token;
import org.safepassage.schemas.PersonName;
import org.safepassage.schemas.Sex;

/// The words of one name with the part that each plays.
///
/// @param words in order, lower case, folded
/// @param initials lower-case letters that stand for words, in order
/// @param sex what given name or patronymic tell
record NameParts(List<Part> words, List<String> initials, Sex sex) {
    record Part(String base, NameWord.Kind kind, boolean small) {}

    private static final Pattern LETTERS = Pattern.compile("\\p{L}[\\p{L}']*");

    /// Reads a name: its parts where the record gives them, otherwise by their look.
    static NameParts of(PersonName name) {
        var parts = new ArrayList<Part>();
        var initials = new ArrayList<String>();
        boolean small = name.full().chars().noneMatch(Character::isUpperCase);
        add(name.surname(), NameWord.Kind.SURNAME, small, parts, initials);
        add(name.given(), NameWord.Kind.GIVEN, small, parts, initials);
        add(name.patronymic(), NameWord.Kind.PATRONYMIC, small, parts, initials);
        addWhole(name.full(), small, parts, initials);
        return new NameParts(List.copyOf(parts), List.copyOf(initials), sex(parts));
    }

    private static void add(String words, NameWord.Kind kind, boolean small, List<Part> parts, List<String> initials) {
        for (String word : words(words)) {
            if (word.length() == 1) {
                initials.add(word);
            } else if (!NameParticles.isParticle(word)) {
                parts.add(new Part(word, kind, small));
            }
        }
    }

    private static void addWhole(String full, boolean small, List<Part> parts, List<String> initials) {
        Set<String> known = Set.copyOf(parts.stream().map(Part::base).distinct().toList());
        var rest = new ArrayList<String>();
        for (String word : words(full)) {
            if (word.length() == 1) {
                initials.add(word);
            } else if (!known.contains(word) && !NameParticles.isParticle(word)) {
                rest.add(word);
            }
        }
        boolean alone = rest.size() + initials.size() + known.size() == 1;
        List<NameWord.Kind> kinds = rest.stream()
                .map(word -> alone ? NameWord.Kind.NAME : kind(word))
                .toList();
        boolean surname = !known.isEmpty() || alone || kinds.contains(NameWord.Kind.SURNAME);
        for (int i = 0; i < rest.size(); i++) {
            // `Раманавіч Антон Ігаравіч`: nobody's patronymic stands first.
            boolean first = i == 0 && !surname && kinds.get(i) == NameWord.Kind.PATRONYMIC;
            parts.add(new Part(rest.get(i), first ? NameWord.Kind.SURNAME : kinds.get(i), small));
        }
    }

    private static NameWord.Kind kind(String word) {
        if (Patronymics.looksLikeFolded(word)
                && !GivenNames.standard().fathers(word).isEmpty()) {
            return NameWord.Kind.PATRONYMIC;
        }
        return GivenNames.standard().of(word).isEmpty() ? NameWord.Kind.SURNAME : NameWord.Kind.GIVEN;
    }

    private static List<String> words(String text) {
        NormalText normal = NormalText.of(text);
        var words = new ArrayList<String>();
        for (Token token : normal.tokens()) {
            String word = Folding.of(normal.lower().substring(token.start(), token.end()));
            if (LETTERS.matcher(word).matches()) {
                words.add(word);
            }
        }
        return words;
    }

    private static Sex sex(List<Part> parts) {
        for (Part part : parts) {
            if (part.kind() == NameWord.Kind.PATRONYMIC) {
                return part.base().endsWith("а") || part.base().endsWith("a") ? Sex.FEMALE : Sex.MALE;
            }
        }
        for (Part part : parts) {
            if (part.kind() == NameWord.Kind.GIVEN) {
                List<Sex> sexes = GivenNames.standard().of(part.base()).stream()
                        .map(GivenNames.Group::sex)
                        .distinct()
                        .toList();
                if (sexes.size() == 1) {
                    return sexes.get(0);
                }
            }
        }
        return Sex.UNKNOWN;
    }
}
