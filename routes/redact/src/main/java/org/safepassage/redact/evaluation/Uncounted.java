package org.safepassage.redact.evaluation;

import java.util.Locale;
import java.util.Set;

/// Words inside a mention that tell nothing about anybody and may stay, as in the Text Anonymization Benchmark: English
/// forms of address, prepositions, articles, conjunctions and `No.`
final class Uncounted {
    private static final Set<String> ADDRESS = Set.of("mr", "mrs", "ms", "no", "nos", "nr", "about");
    private static final Set<String> FUNCTION = Set.of("""
            a an the this that these those all any both each every some
            of in on at by for from to with without between until till since during after before over under against within
            and or but
            """.strip().split("\\s+"));

    private Uncounted() {}

    /// Whether the word need not be covered. Inside a name only small letters make a function word, since `An` and
    /// `All`
    /// are names too.
    static boolean is(String word, AnnotatedMention mention) {
        String lower = word.toLowerCase(Locale.ROOT);
        return ADDRESS.contains(lower) || (FUNCTION.contains(lower) && (!mention.namesPerson() || word.equals(lower)));
    }
}
