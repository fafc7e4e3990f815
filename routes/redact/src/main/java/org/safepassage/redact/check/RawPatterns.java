package org.safepassage.redact.check;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.safepassage.schemas.Person;

/// Names and values as bytes in each encoding in which software writes them, for files that are no text: the words
/// without their endings, as written, in lower and in upper case, and in Latin letters. What is shorter than six
/// bytes occurs in compressed data by chance and is left to the reading of texts. Immutable.
final class RawPatterns {
    private static final int LEAST = 6;
    private static final List<Charset> ENCODINGS = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            Charset.forName("windows-1251"),
            Charset.forName("KOI8-R"));

    private final List<String> types = new ArrayList<>();
    private final BytePatterns patterns;

    RawPatterns(Collection<Person> named, Collection<Person> unnamed, Collection<KnownValue> values) {
        Set<String> mayBeNamed = new HashSet<>();
        named.forEach(person -> person.names()
                .forEach(name -> NameParts.of(name).surnames().forEach(word -> mayBeNamed.addAll(stems(word)))));
        var texts = new LinkedHashMap<String, String>();
        for (Person person : unnamed) {
            person.names().forEach(name -> {
                texts.put(name.full(), "PERSON");
                for (String surname : NameParts.of(name).surnames()) {
                    stems(surname).stream()
                            .filter(stem -> !mayBeNamed.contains(stem))
                            .forEach(stem -> texts.put(stem, "PERSON.SURNAME"));
                }
            });
        }
        values.forEach(value -> texts.put(value.value(), value.type()));
        var bytes = new HashMap<String, byte[]>();
        var list = new ArrayList<byte[]>();
        texts.forEach((text, type) -> encoded(text).values().forEach(pattern -> {
            String key = new String(pattern, StandardCharsets.ISO_8859_1);
            if (bytes.put(key, pattern) == null) {
                list.add(pattern);
                types.add(type);
            }
        }));
        patterns = new BytePatterns(list, LEAST);
    }

    void search(String prefix, byte[] bytes, int length, long offset, HitList hits) {
        patterns.search(
                bytes,
                length,
                (pattern, start) -> hits.add(prefix + "bytes at " + (offset + start), types.get(pattern)));
    }

    private static Set<String> stems(String word) {
        var stems = new HashSet<String>();
        for (String spelling : Spellings.of(word)) {
            String stem = spelling.replaceFirst("(?iU)(?:[ыиоійaiy][йяеjy]|[аяоуеэыиіьйaeoyi])$", "");
            stems.add(stem.length() >= 4 ? stem : spelling);
        }
        return stems;
    }

    private static Map<String, byte[]> encoded(String text) {
        var encoded = new HashMap<String, byte[]>();
        String lower = text.toLowerCase(Locale.ROOT);
        String title = lower.isEmpty() ? lower : lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
        for (String form : List.of(text, lower, title, text.toUpperCase(Locale.ROOT))) {
            for (Charset charset : ENCODINGS) {
                byte[] bytes = form.getBytes(charset);
                if (charset.newEncoder().canEncode(form) && bytes.length >= LEAST) {
                    encoded.put(charset.name() + form, bytes);
                }
            }
        }
        return encoded;
    }
}
