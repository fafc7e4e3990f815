package org.safepassage.redact;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The words in brackets that tell what kind of thing was removed, in the language of the text.
public final class Placeholders {
    private static final List<String> FAMILIES =
            List.of("PERSON", "LOCATION", "ORGANISATION", "DATE", "CODE", "CONTACT", "DEMOGRAPHIC", "QUANTITY");
    private static final Map<String, List<String>> WORDS = Map.of(
            "en", List.of("name", "place", "organisation", "date", "number", "contact", "detail", "amount"),
            "be", List.of("імя", "месца", "арганізацыя", "дата", "нумар", "кантакт", "звестка", "колькасць"),
            "ru", List.of("имя", "место", "организация", "дата", "номер", "контакт", "сведение", "количество"));
    private static final String UNKNOWN = "[…]";

    private Placeholders() {}

    /// The placeholder for a family of mention types, `PERSON`; in English where the language has none.
    static String of(String family, String language) {
        int at = FAMILIES.indexOf(family);
        List<String> words = WORDS.getOrDefault(language, WORDS.getOrDefault("en", List.of()));
        return at < 0 ? UNKNOWN : "[" + words.get(at) + "]";
    }

    /// Every placeholder in every language.
    public static List<String> all() {
        return Stream.concat(
                        Stream.of(UNKNOWN),
                        WORDS.values().stream().flatMap(List::stream).map(word -> "[" + word + "]"))
                .toList();
    }
}
