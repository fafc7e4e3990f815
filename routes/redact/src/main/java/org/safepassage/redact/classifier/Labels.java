package org.safepassage.redact.classifier;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a model's labels mean here. Labels may say where in a mention a word stands (`B-PER`, `I-PER`, `L-`, `E-`,
/// `U-`,
/// `S-`, or the same behind the name) or only what it is (`PER`); `O` is nothing. Immutable.
final class Labels {
    private static final String OUTSIDE = "O";
    private static final List<String> FAMILIES =
            List.of("PERSON", "LOCATION", "ORGANISATION", "DATE", "CODE", "CONTACT", "DEMOGRAPHIC", "QUANTITY");
    private static final String POSITIONS = "BILEUS";
    private static final String BEGINNINGS = "BUS";

    /// The types that the labels mean, each once.
    private final List<String> types;
    /// For each label the index of its type; -1 where it means nothing.
    private final int[] typeOf;
    private final boolean[] begins;

    private Labels(List<String> types, int[] typeOf, boolean[] begins) {
        this.types = types;
        this.typeOf = typeOf;
        this.begins = begins;
    }

    /// @param names of the labels in the order of the model's output
    /// @param meanings type of mention for each kind of label; null where it is to be passed over
    /// @param place of the meanings, for what is thrown
    /// @throws UnusableClassifier when a label has no meaning, or one that no policy knows
    static Labels of(List<String> names, Map<String, @Nullable String> meanings, Path place) throws UnusableClassifier {
        var unknown = new TreeSet<String>();
        var types = new ArrayList<String>();
        int[] typeOf = new int[names.size()];
        boolean[] begins = new boolean[names.size()];
        for (int i = 0; i < typeOf.length; i++) {
            String name = names.get(i);
            String kind = meanings.containsKey(name) ? name : kind(name);
            typeOf[i] = -1;
            begins[i] = !kind.equals(name) && BEGINNINGS.indexOf(position(name)) >= 0;
            if (name.equals(OUTSIDE)) {
                continue;
            }
            if (!meanings.containsKey(kind)) {
                unknown.add(kind);
                continue;
            }
            String type = meanings.get(kind);
            if (type != null) {
                typeOf[i] = index(types, checked(kind, type, place));
            }
        }
        if (!unknown.isEmpty()) {
            throw new UnusableClassifier(
                    place,
                    "says nothing of " + String.join(", ", unknown)
                            + "; give each a type of mention, or null to pass it" + " over");
        }
        if (types.isEmpty()) {
            throw new UnusableClassifier(place, "passes every label over; give at least one a type of mention");
        }
        return new Labels(List.copyOf(types), typeOf, begins);
    }

    private static String checked(String kind, String type, Path place) throws UnusableClassifier {
        String family = type.contains(".") ? type.substring(0, type.indexOf('.')) : type;
        if (!FAMILIES.contains(family)) {
            throw new UnusableClassifier(
                    place, "gives " + kind + " a type that there is not; write one of " + String.join(", ", FAMILIES));
        }
        return type;
    }

    private static int index(List<String> types, String type) {
        if (!types.contains(type)) {
            types.add(type);
        }
        return types.indexOf(type);
    }

    /// What a label names, without the position in the mention.
    private static String kind(String label) {
        if (label.length() > 2 && isPosition(label.charAt(0)) && isSeparator(label.charAt(1))) {
            return label.substring(2);
        }
        int last = label.length() - 1;
        if (label.length() > 2 && isPosition(label.charAt(last)) && isSeparator(label.charAt(last - 1))) {
            return label.substring(0, last - 1);
        }
        return label;
    }

    /// Only of a label whose kind is not all of it.
    private static char position(String label) {
        boolean before = isPosition(label.charAt(0)) && isSeparator(label.charAt(1));
        return before ? label.charAt(0) : label.charAt(label.length() - 1);
    }

    private static boolean isPosition(char c) {
        return POSITIONS.indexOf(c) >= 0;
    }

    private static boolean isSeparator(char c) {
        return c == '-' || c == '_';
    }

    /// How many labels the model has.
    int size() {
        return typeOf.length;
    }

    /// What is found, by the index that [#typeOf] gives.
    List<String> types() {
        return types;
    }

    /// The index of the type that a label means; -1 for nothing.
    int typeOf(int label) {
        return typeOf[label];
    }

    /// Whether a label says that a mention begins here.
    boolean begins(int label) {
        return begins[label];
    }
}
