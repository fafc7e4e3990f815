package org.safepassage.redact.generalising;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// A table of this package: lines of fields divided by tabs, `#` before a remark.
final class Table {
    private Table() {}

    static List<List<String>> rows(String name) {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Table.class.getResourceAsStream(name), name), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Which of three columns (Belarusian, Russian, English) a language reads.
    static int column(String language) {
        return switch (language.length() > 2 ? language.substring(0, 2) : language) {
            case "be" -> 0;
            case "ru" -> 1;
            default -> 2;
        };
    }
}
