package org.safepassage.redact.pseudonyms;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Sex;

/// The words that stand beside codes, in every case.
public final class RoleWords {
    private static final String ANY = "any";
    /// In the order of the table's columns.
    private static final List<GrammaticalCase> ORDER = List.of(GrammaticalCase.values());
    private static final Map<String, List<String>> FORMS = Lines.of("role-words.tsv").stream()
            .collect(Collectors.toUnmodifiableMap(
                    row -> key(row.get(0), row.get(1), row.get(2)), row -> row.subList(3, 9)));

    private RoleWords() {}

    /// Every word in every form and language, as written within a sentence.
    public static Set<String> all() {
        return FORMS.values().stream().flatMap(List::stream).collect(Collectors.toUnmodifiableSet());
    }

    /// The one form that fits all these cases; empty when they ask for different ones.
    static Optional<String> find(String language, @Nullable Role role, Sex sex, Set<GrammaticalCase> cases) {
        List<String> forms = forms(Lines.language(language), role, sex);
        Set<String> fitting =
                cases.stream().map(one -> forms.get(ORDER.indexOf(one))).collect(Collectors.toSet());
        return fitting.size() == 1 ? Optional.of(fitting.iterator().next()) : Optional.empty();
    }

    /// The neutral word in its base form.
    static String neutral(String language) {
        return forms(Lines.language(language), null, Sex.UNKNOWN).getFirst();
    }

    /// Whether a word of the sentence is this role's own.
    static boolean tells(String word, String language, Role role) {
        var words = new HashSet<String>();
        for (Sex sex : Sex.values()) {
            forms(Lines.language(language), role, sex)
                    .forEach(form -> words.add(form.substring(form.lastIndexOf(' ') + 1)));
        }
        return words.contains(word.toLowerCase(Locale.ROOT));
    }

    private static List<String> forms(String language, @Nullable Role role, Sex sex) {
        String known = FORMS.containsKey(key(language, ANY, ANY)) ? language : "en";
        String word = role == null ? ANY : role.name().toLowerCase(Locale.ROOT).replace('_', '-');
        String gender = sex == Sex.FEMALE ? "female" : "male";
        List<String> own = FORMS.get(key(known, word, gender));
        if (own == null) {
            own = FORMS.get(key(known, word, ANY));
        }
        return own == null ? FORMS.getOrDefault(key(known, ANY, ANY), List.of()) : own;
    }

    private static String key(String language, String role, String sex) {
        return language + " " + role + " " + sex;
    }
}
