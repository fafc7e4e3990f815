package org.safepassage.redact.recognisers;

import java.util.EnumSet;
import java.util.List;

/// How sure a link to one person is. Whoever may be named is named only at [#SURE] and above.
public final class LinkStrength {
    /// The confidence from which a mention counts as that person and nobody else.
    public static final double SURE = 0.9;

    private static final double DOUBTFUL = 0.85;

    private LinkStrength() {}

    /// @param several whether initials or more words say whom the surname means
    /// @param shared whether somebody else of the case bears that surname
    static double of(List<Hit> hits, int person, boolean several, boolean shared) {
        var kinds = EnumSet.noneOf(NameWord.Kind.class);
        boolean misspelt = false;
        boolean exact = false;
        for (Hit hit : hits) {
            if (hit.word().person() == person) {
                kinds.add(hit.word().kind());
                misspelt |= hit.quality().compareTo(Hit.Quality.SOUND) > 0;
                exact |= hit.quality() == Hit.Quality.EXACT;
            }
        }
        boolean surname = kinds.contains(NameWord.Kind.SURNAME);
        boolean given = kinds.contains(NameWord.Kind.GIVEN) || kinds.contains(NameWord.Kind.EVERYDAY);
        boolean father = kinds.contains(NameWord.Kind.PATRONYMIC);
        if ((surname && (given || father)) || (given && father && !misspelt)) {
            return misspelt ? 0.92 : 0.99;
        }
        if (misspelt) {
            return 0.7;
        }
        if (surname && shared && !several) {
            return DOUBTFUL;
        }
        if (surname) {
            return several || exact ? 0.95 : SURE;
        }
        return kinds.contains(NameWord.Kind.NAME) ? 0.85 : 0.75;
    }
}
