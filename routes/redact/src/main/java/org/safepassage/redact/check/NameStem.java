package org.safepassage.redact.check;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Set;

/// What stays the same of a name word when it is declined, in sounds.
///
/// @param flat with one vowel
/// @param fine with three vowels
/// @param whole length in sounds of the word before its ending was cut
record NameStem(String flat, String fine, int whole) {
    /// Shorter words that soften their end are diminutives, which the recognisers know.
    private static final int SOFTENED = 5;

    /// All stems of a word: of each spelling, with and without a fleeting vowel.
    static Set<NameStem> of(String word) {
        var stems = new LinkedHashMap<String, NameStem>();
        for (String spelling : Spellings.of(word)) {
            String flat = SoundStream.flat(spelling);
            String fine = SoundStream.fine(spelling);
            int whole = flat.length();
            boolean open = whole > 2 && flat.endsWith("a");
            int end = open ? whole - 1 : whole;
            if (end >= 2) {
                put(stems, flat.substring(0, end), fine.substring(0, end), whole);
                if (!open && end >= 4 && flat.charAt(end - 2) == 'a') {
                    put(stems, without(flat, end), without(fine, end), whole);
                }
                if (open && whole > SOFTENED && flat.charAt(end - 1) == 'k') {
                    put(stems, flat.substring(0, end - 1) + 't', fine.substring(0, end - 1) + 't', whole);
                }
            }
        }
        return Set.copyOf(stems.values());
    }

    byte[] bytes() {
        return flat.getBytes(StandardCharsets.ISO_8859_1);
    }

    int length() {
        return flat.length();
    }

    private static String without(String sounds, int end) {
        return sounds.substring(0, end - 2) + sounds.charAt(end - 1);
    }

    private static void put(LinkedHashMap<String, NameStem> stems, String flat, String fine, int whole) {
        stems.putIfAbsent(flat + " " + fine, new NameStem(flat, fine, whole));
    }

    @Override
    public String toString() {
        return "NameStem[" + whole + "]";
    }
}
