package org.safepassage.rehearsal.sample.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.safepassage.rehearsal.sample.Dice;

/// What goes wrong with a name on its way into a text: a writer's misspelling, a scanner's misreading. One slip a word,
/// as it is commonly seen; the word comes back unchanged when no slip fits it.
final class Slips {
    private static final Map<Character, String> WRITTEN = Map.of(
            'о', "а", 'а', "о", 'е', "и", 'и', "е", 'ь', "", 'н', "нн", 'с', "сс", 'л', "лл", 'ё', "е", 'э', "е");
    private static final Map<Character, String> WRITTEN_LATIN =
            Map.of('i', "y", 'y', "i", 'k', "c", 'u', "w", 'l', "ll", 'n', "nn");
    /// Letters of the other script that look the same, and the digit for O.
    private static final Map<Character, String> READ =
            Map.of('а', "a", 'о', "0", 'е', "e", 'с', "c", 'р', "p", 'х', "x", 'К', "K", 'С', "C", 'і', "i", 'М', "M");
    private static final Map<Character, String> READ_LATIN = Map.of('o', "0", 'l', "1", 'i', "1", 'm', "rn", 'a', "а");

    private Slips() {}

    /// A writer's misspelling; the first letter stays.
    static String misspelt(String word, Dice dice) {
        return changed(word, 1, isLatin(word) ? WRITTEN_LATIN : WRITTEN, dice);
    }

    /// What recognition of print makes of it.
    static String misread(String word, Dice dice) {
        return changed(word, 0, isLatin(word) ? READ_LATIN : READ, dice);
    }

    private static boolean isLatin(String word) {
        return word.charAt(0) < 0x250;
    }

    private static String changed(String word, int from, Map<Character, String> changes, Dice dice) {
        List<Integer> places = new ArrayList<>();
        for (int i = from; i < word.length() - 1; i++) {
            if (changes.containsKey(word.charAt(i))) {
                places.add(i);
            }
        }
        if (places.isEmpty()) {
            return word;
        }
        int at = dice.pick(places);
        return word.substring(0, at) + changes.getOrDefault(word.charAt(at), "") + word.substring(at + 1);
    }
}
