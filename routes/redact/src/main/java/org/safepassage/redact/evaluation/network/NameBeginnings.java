package org.safepassage.redact.evaluation.network;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safepassage.redact.evaluation.network.SampledCase.Planted;

/// Who of a case has a name that begins as a word does: forms of one name agree in their first letters, four of them,
/// or three where one of the words is no longer. Immutable.
final class NameBeginnings {
    private static final int SHORT = 3;
    private static final int LONG = 4;

    private final Map<String, Set<String>> words = new HashMap<>();
    private final Map<String, Set<String>> beginnings = new HashMap<>();

    NameBeginnings(List<Planted> planted) {
        for (Planted form : planted) {
            if (!form.isName()) {
                continue;
            }
            for (String word : Words.of(form.value())) {
                if (word.length() >= SHORT) {
                    add(beginnings, word.substring(0, SHORT), form.person());
                }
                if (word.length() == SHORT) {
                    add(words, word, form.person());
                } else if (word.length() >= LONG) {
                    add(words, word.substring(0, LONG), form.person());
                }
            }
        }
    }

    /// Whether a word may be a form of a name of somebody who is not this person.
    boolean likeSomebodyElse(String word, String person) {
        if (word.length() < SHORT) {
            return false;
        }
        return word.length() == SHORT
                ? another(beginnings.get(word), person)
                : another(words.get(word.substring(0, LONG)), person)
                        || another(words.get(word.substring(0, SHORT)), person);
    }

    private static boolean another(@Nullable Set<String> persons, String person) {
        return persons != null && (persons.size() > 1 || !persons.contains(person));
    }

    private static void add(Map<String, Set<String>> persons, String beginning, String person) {
        persons.computeIfAbsent(beginning, none -> new HashSet<>()).add(person);
    }
}
