package org.safepassage.redact.recognisers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/// Countries, regions and towns that the dictionaries do not tell from other names, by the sound of their stems, so in
/// both languages and all cases. Loaded once from `places.txt`, which is our own; immutable.
final class PlaceNames {
    private static final PlaceNames STANDARD = load();
    private static final int SHORTEST = 3;

    private final Set<String> stems;

    private PlaceNames(Set<String> stems) {
        this.stems = Set.copyOf(stems);
    }

    static PlaceNames standard() {
        return STANDARD;
    }

    /// Whether a lower-case word in any case of declension sounds like a place of the list.
    boolean contains(String word) {
        return word.length() >= SHORTEST && word.charAt(0) >= 0x0400 && stems.contains(KnownPhrases.stem(word));
    }

    private static PlaceNames load() {
        var stems = new HashSet<String>();
        var resource = Objects.requireNonNull(
                PlaceNames.class.getResourceAsStream("places.txt"), "places.txt is part of the jar");
        try (var reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#")) {
                    for (String word : line.split("[ -]", -1)) {
                        if (word.length() >= SHORTEST) {
                            stems.add(KnownPhrases.stem(word.toLowerCase(Locale.ROOT)));
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PlaceNames(stems);
    }
}
