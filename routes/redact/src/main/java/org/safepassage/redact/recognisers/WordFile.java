package org.safepassage.redact.recognisers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Files of lower-case words of this package, UTF-8, divided by spaces and lines; a line that begins with `#` is a
/// comment.
final class WordFile {
    private static final Pattern SPACE = Pattern.compile(" +");

    private WordFile() {}

    /// The words of a file that is part of the jar.
    static Set<String> read(String name) {
        try (var in = Objects.requireNonNull(WordFile.class.getResourceAsStream(name), name)) {
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
