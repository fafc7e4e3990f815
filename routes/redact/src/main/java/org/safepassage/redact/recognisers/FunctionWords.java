package org.safepassage.redact.recognisers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Pronouns, prepositions, conjunctions and words that ask, from `function-words.txt`, which is our own: what begins
/// sentences with a capital and sounds like many a name (`Калі` like `Коля`), and is none. Immutable.
final class FunctionWords {
    private static final Pattern SPACE = Pattern.compile(" +");
    private static final Set<String> WORDS = load();

    private FunctionWords() {}

    /// Whether a lower-case word is one.
    static boolean contains(String word) {
        return WORDS.contains(word);
    }

    private static Set<String> load() {
        String name = "function-words.txt";
        try (var in = Objects.requireNonNull(FunctionWords.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .flatMap(SPACE::splitAsStream)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
