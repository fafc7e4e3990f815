package org.safepassage.redact.pseudonyms;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// A table of this package: lines of fields divided by tabs, `#` before a remark.
final class Lines {
    private Lines() {}

    static List<List<String>> of(String table) {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Lines.class.getResourceAsStream(table), table), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String language(String tag) {
        return tag.length() > 2 ? tag.substring(0, 2) : tag;
    }
}
