package org.safepassage.redact.pseudonyms;

import java.util.EnumSet;
import java.util.Set;

/// The cases of Belarusian and Russian nouns.
public enum GrammaticalCase {
    NOMINATIVE,
    GENITIVE,
    DATIVE,
    ACCUSATIVE,
    INSTRUMENTAL,
    LOCATIVE;

    /// The cases that begin with these capitals, `GA` for genitive and accusative.
    static Set<GrammaticalCase> of(String capitals) {
        var cases = EnumSet.noneOf(GrammaticalCase.class);
        for (GrammaticalCase one : values()) {
            if (capitals.indexOf(one.name().charAt(0)) >= 0) {
                cases.add(one);
            }
        }
        return cases;
    }
}
