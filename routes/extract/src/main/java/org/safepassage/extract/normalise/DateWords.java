package org.safepassage.extract.normalise;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Rewrites the words of a date as tokens, by the table `date-words.txt`: months `m8`, seasons, quarters, numbers and a
/// few signs. A word that the table lacks is `?`, and makes the date unreadable. Thread-safe.
final class DateWords {
    private static final Pattern TOKEN = Pattern.compile("q[1-4]|\\d+|[\\p{L}']+|[./,:-]");
    private static final Pattern ORDINAL =
            Pattern.compile("(?<=\\d)-?(?:го|га|ага|е|ы|и|і|й|м|ым|ом|st|nd|rd|th|ых|ые)(?![\\p{L}\\d])");
    private static final Pattern DASHES = Pattern.compile("[‐‑‒–—―−]|\\.{2,3}");

    private final Map<String, String> tokens = new HashMap<>();

    DateWords() {
        try (InputStream table = DateWords.class.getResourceAsStream("date-words.txt")) {
            if (table == null) {
                throw new IllegalStateException("date-words.txt is missing from the module");
            }
            new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(this::row);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void row(String line) {
        String token = line.substring(0, line.indexOf(':'));
        for (String word : line.substring(line.indexOf(':') + 1).strip().split(" +")) {
            tokens.putIfAbsent(word.replace('ё', 'е'), token);
        }
    }

    /// Tokens with one blank between them.
    String rewrite(String written) {
        String plain = ScriptForm.of(written).toLowerCase(Locale.ROOT).replace('ё', 'е');
        plain = DASHES.matcher(ORDINAL.matcher(plain).replaceAll("")).replaceAll("-");
        var found = new StringBuilder();
        Matcher token = TOKEN.matcher(plain);
        int end = 0;
        while (token.find()) {
            if (!plain.substring(end, token.start()).isBlank()) {
                found.append(" ?");
            }
            end = token.end();
            String text = token.group();
            String meaning = Character.isLetter(text.charAt(0)) ? tokens.getOrDefault(text, "?") : text;
            if (!meaning.equals("-") || text.equals("-")) {
                found.append(' ').append(meaning);
            }
        }
        return found.append(plain.substring(end).isBlank() ? "" : " ?")
                .toString()
                .strip();
    }
}
