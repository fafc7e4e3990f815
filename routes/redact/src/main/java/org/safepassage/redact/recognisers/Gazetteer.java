package org.safepassage.redact.recognisers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// Given names, surnames, places and nationalities in Latin letters, from the lists of Datafaker (Apache License 2.0),
/// which are read from its own jar. Loaded when first asked; immutable.
final class Gazetteer {
    static final int GIVEN = 1;
    static final int SURNAME = 2;
    static final int PLACE = 4;
    /// An adjective of nationality.
    static final int DEMONYM = 8;

    private static final int SHORTEST = 2;

    private record Source(String file, String path, int bit) {}

    private static final List<Source> SOURCES = List.of(
            new Source("en/name", "name/male_first_name", GIVEN),
            new Source("en/name", "name/female_first_name", GIVEN),
            new Source("en/name", "name/last_name", SURNAME),
            new Source("en/country", "country/name", PLACE),
            new Source("en/country", "country/capital", PLACE),
            new Source("en/address", "address/country", PLACE),
            new Source("en/address", "address/state", PLACE),
            new Source("en/nation", "nation/capital_city", PLACE),
            new Source("en/nation", "nation/nationality", DEMONYM),
            new Source("en/nation", "nation/language", DEMONYM),
            new Source("en/demographic", "demographic/demonym", DEMONYM),
            new Source("tr", "name/male_first_name", GIVEN),
            new Source("tr", "name/female_first_name", GIVEN),
            new Source("tr", "name/last_name", SURNAME),
            new Source("tr", "address/city_name", PLACE),
            new Source("pl", "name/first_name", GIVEN),
            new Source("pl", "name/last_name", SURNAME),
            new Source("pl", "address/city_name", PLACE),
            new Source("de", "name/male_first_name", GIVEN),
            new Source("de", "name/female_first_name", GIVEN),
            new Source("de", "name/last_name", SURNAME),
            new Source("fr", "name/first_name", GIVEN),
            new Source("fr", "name/last_name", SURNAME),
            new Source("fr", "address/city_name", PLACE));

    private static final Gazetteer STANDARD = new Gazetteer();

    private final Map<String, Integer> words = new HashMap<>();

    private Gazetteer() {
        var mapper = new YAMLMapper();
        var files = new HashMap<String, JsonNode>();
        for (Source source : SOURCES) {
            JsonNode at = files.computeIfAbsent(source.file(), file -> read(mapper, file));
            for (String step : source.path().split("/", -1)) {
                at = at.path(step);
            }
            if (at.isEmpty()) {
                throw new IllegalStateException("the gazetteer has no " + source.path() + " in " + source.file());
            }
            at.forEach(entry -> add(entry.asText(), source.bit()));
        }
    }

    static Gazetteer standard() {
        return STANDARD;
    }

    /// The bits above for a lower-case word.
    int of(String lower) {
        return words.getOrDefault(lower, 0);
    }

    private void add(String entry, int bit) {
        for (String word : entry.split("[^\\p{L}']+", -1)) {
            if (word.length() >= SHORTEST && Character.isUpperCase(word.charAt(0))) {
                words.merge(word.toLowerCase(Locale.ROOT), bit, (a, b) -> a | b);
            }
        }
    }

    private static JsonNode read(YAMLMapper mapper, String file) {
        String resource = "/" + file + ".yml";
        try (var stream = Objects.requireNonNull(Gazetteer.class.getResourceAsStream(resource), resource)) {
            String language = file.contains("/") ? file.substring(0, file.indexOf('/')) : file;
            return mapper.readTree(stream).path(language).path("faker");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
