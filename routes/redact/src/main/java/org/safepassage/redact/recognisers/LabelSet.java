package org.safepassage.redact.recognisers;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/// What a tagger tells apart, and which label the mentions of a type get.
///
/// @param labels the first is "nothing", the second the one that must not be missed
/// @param ofType a mention's label, 0 when it has none
/// @param person by how much the second label is to win where it is right; see
/// [org.safepassage.redact.tagger.Perceptron]
/// @param other the same for the labels behind it
/// @param epochs how often all texts are gone through
/// @param latin whether dictionaries are asked for words in Latin letters too
record LabelSet(
        List<String> labels, ToIntFunction<String> ofType, float person, float other, int epochs, boolean latin) {
    private static final float NOTHING = 10;
    private static final List<String> FAMILIES =
            List.of("", "PERSON", "LOC", "ORG", "CODE", "DEM", "DATE", "QUANTITY", "MISC");

    /// Persons; places and organisations are told apart so that they are not taken for persons.
    static final LabelSet NAMES =
            new LabelSet(List.of("nothing", "person", "place", "organisation"), LabelSet::nameOfType, 40, 10, 8, false);

    /// Whatever tells who somebody is, also together with other things.
    static final LabelSet IDENTIFIERS = new LabelSet(
            List.of(
                    "nothing",
                    "person",
                    "place",
                    "organisation",
                    "code",
                    "demographic",
                    "date",
                    "quantity",
                    "circumstance"),
            LabelSet::familyOfType,
            40,
            60,
            5,
            true);

    float[] costs() {
        float[] costs = new float[labels.size()];
        Arrays.fill(costs, other);
        costs[0] = NOTHING;
        costs[1] = person;
        return costs;
    }

    LabelSet {
        labels = List.copyOf(labels);
    }

    private static int nameOfType(String type) {
        return type.startsWith("PERSON") ? 1 : type.startsWith("LOC") ? 2 : 3;
    }

    private static int familyOfType(String type) {
        for (int i = 1; i < FAMILIES.size(); i++) {
            if (type.startsWith(FAMILIES.get(i))) {
                return i;
            }
        }
        return 0;
    }
}
