package org.safepassage.connectors;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/// Suggests the name that was meant, for what an operator writes by hand.
public final class Spelling {
    private static final int FAR = 2;
    private static final int PART_OF_A_NAME = 6;
    private static final int MOST = 3;

    private Spelling() {}

    /// ` (did you mean host?)` when known names are like the written one, the nearest first; otherwise empty.
    public static String suggestion(String written, Collection<String> known) {
        if (written.length() > 200) {
            return "";
        }
        String near = known.stream()
                .filter(name -> isNear(name, written))
                .sorted(Comparator.comparingInt(name -> distance(name, written)))
                .limit(MOST)
                .collect(Collectors.joining(" or "));
        return near.isEmpty() ? "" : " (did you mean " + near + "?)";
    }

    private static boolean isNear(String known, String written) {
        int distance = distance(known, written);
        return (distance <= FAR && distance < written.length())
                || (written.length() >= PART_OF_A_NAME && known.contains(written));
    }

    /// Levenshtein distance, upper and lower case being equal.
    static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
