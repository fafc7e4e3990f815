package org.safepassage.redact.recognisers;

import java.util.Set;
import java.util.regex.Pattern;
import org.safepassage.redact.text.NormalText;
import org.safepassage.redact.text.Token;

/// The words that every address is made of, in three languages, and what they say of the words beside them. All in
/// lower case.
final class AddressWords {
    private static final Set<String> STREETS = words("""
            ул улица вул вуліца просп проспект праспект пер переулок завулак бульвар шоссе шаша
            street avenue lane road vulica vulitsa ulitsa praspekt prospekt
            """);
    private static final Set<String> TOWNS = words("г город горад пос обл область вобласць район раён гп аг town city");
    /// Words inside names of streets that beside a street's name say nothing.
    private static final Set<String> NAMED_AFTER = words("им имени імя");

    private static final Set<String> GENERIC = words("""
            ул улица улице улицы вул вуліца вуліцы пр просп проспект праспект пер переулок завулак бульвар
            пл площадь плошча шоссе шаша street st avenue ave lane road
            vul vulica ulitsa vulitsa praspekt prospekt
            д дом кв квартира кватэра корп корпус house flat apt
            г город горад п пос дер деревня вёска обл область вобласць р-н район раён
            им имени імя
            """);

    private static final Pattern HOUSE = Pattern.compile("(?<!\\d)\\d{1,4}(?!\\d)");

    private AddressWords() {}

    private static Set<String> words(String words) {
        return Set.of(words.strip().split("\\s+"));
    }

    /// Whether a word tells no address from another.
    static boolean isGeneric(String word) {
        return GENERIC.contains(word);
    }

    /// Whether a word makes the one beside it the name of a street or place.
    static boolean isCue(String word) {
        return GENERIC.contains(word) && !NAMED_AFTER.contains(word);
    }

    /// The parts of an address that tell street and house: a town by itself points to nobody.
    static String streetPart(String address) {
        String[] parts = address.split("[,;]");
        var kept = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            NormalText part = NormalText.of(parts[i]);
            boolean number = hasHouse(part);
            boolean numberNext = i + 1 < parts.length && hasHouse(NormalText.of(parts[i + 1]));
            if (parts.length == 1 || hasAny(part, STREETS) || number || (numberNext && !hasAny(part, TOWNS))) {
                kept.append(parts[i]).append(", ");
            }
        }
        return kept.toString();
    }

    private static boolean hasHouse(NormalText part) {
        return HOUSE.matcher(part.lower()).find();
    }

    private static boolean hasAny(NormalText part, Set<String> words) {
        for (Token token : part.tokens()) {
            if (words.contains(part.lower().substring(token.start(), token.end()))) {
                return true;
            }
        }
        return false;
    }
}
