package org.safepassage.redact.pseudonyms;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Which cases the word before a name asks for: prepositions, and verbs that commonly stand before names.
final class Governors {
    private record Rule(Map<String, Set<GrammaticalCase>> words, Map<String, Set<GrammaticalCase>> beginnings) {}

    private static final Map<String, Rule> RULES = rules();
    /// The locative never stands without one of its prepositions.
    private static final Set<GrammaticalCase> UNGOVERNED =
            Set.copyOf(EnumSet.complementOf(EnumSet.of(GrammaticalCase.LOCATIVE)));

    private Governors() {}

    /// The cases that may follow `word`: all but the locative when it asks for none.
    static Set<GrammaticalCase> after(String word, String language) {
        String lower = word.toLowerCase(Locale.ROOT);
        Rule rule = RULES.get(Lines.language(language));
        if (rule == null || lower.isEmpty()) {
            return UNGOVERNED;
        }
        Set<GrammaticalCase> asked = rule.words().get(lower);
        for (int end = lower.length(); asked == null && end > 2 && end > lower.length() - 3; end--) {
            asked = rule.beginnings().get(lower.substring(0, end));
        }
        return asked == null ? UNGOVERNED : asked;
    }

    private static Map<String, Rule> rules() {
        var rules = new HashMap<String, Rule>();
        for (List<String> row : Lines.of("governors.tsv")) {
            Rule rule = rules.computeIfAbsent(row.get(0), language -> new Rule(new HashMap<>(), new HashMap<>()));
            for (String word : new HashSet<>(List.of(row.get(2).split(" ", -1)))) {
                Set<GrammaticalCase> cases = GrammaticalCase.of(row.get(1));
                if (word.endsWith("*")) {
                    rule.beginnings().put(word.substring(0, word.length() - 1), cases);
                } else {
                    rule.words().put(word, cases);
                }
            }
        }
        return Map.copyOf(rules);
    }
}
