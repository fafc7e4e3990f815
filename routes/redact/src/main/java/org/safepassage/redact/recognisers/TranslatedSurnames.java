package org.safepassage.redact.recognisers;

import java.util.Locale;
import java.util.Optional;

/// Surnames made of given names that begin with another letter in the neighbouring language, so that neither letters
/// nor sounds lead from one to the other: Николаев is Мікалаеў, Осипов is Восіпаў. Stateless.
public final class TranslatedSurnames {
    private static final String[][] BEGINNINGS = {
        {"никола", "микала"},
        {"никит", "микит"},
        {"осип", "восип"},
        {"дмитр", "змитр"},
        {"nikola", "mikala"},
        {"nikit", "mikit"},
        {"osip", "vosip"},
        {"dmitr", "zmitr"}
    };

    private TranslatedSurnames() {}

    /// The same surname as the neighbouring language begins it, in lower-case folded spelling; empty for most.
    public static Optional<String> of(String surname) {
        String folded = Folding.of(surname.toLowerCase(Locale.ROOT));
        for (String[] pair : BEGINNINGS) {
            for (int i = 0; i < pair.length; i++) {
                if (folded.startsWith(pair[i])) {
                    return Optional.of(pair[1 - i] + folded.substring(pair[i].length()));
                }
            }
        }
        return Optional.empty();
    }
}
