package org.safepassage.redact.recognisers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safepassage.redact.text.NormalText;
import org.safepassage.redact.text.Token;

/// The other places of a text where what was found stands once more, letter by letter. Time is linear in the text and
/// in the finds that begin with the same word.
final class RepeatedPhrases {
    private static final Set<String> SPREADING = Set.of("PERSON", "LOCATION", "ORGANISATION", "DEMOGRAPHIC");
    private static final int SHORTEST = 4;
    /// Phrases that begin with one word; more tell nothing new.
    private static final int MOST = 20;

    private RepeatedPhrases() {}

    /// @param found of one recogniser, in the normal text
    static List<Span> of(NormalText text, List<Span> found) {
        String chars = text.chars();
        Map<String, Map<String, Span>> byWord = new HashMap<>();
        for (Span span : found) {
            String phrase = chars.substring(span.start(), span.end());
            boolean name =
                    Character.isUpperCase(phrase.charAt(0)) || span.type().equals("DEMOGRAPHIC");
            if (name && SPREADING.contains(span.type()) && phrase.length() >= SHORTEST) {
                var phrases = byWord.computeIfAbsent(firstWord(phrase), word -> new HashMap<>());
                if (phrases.size() < MOST) {
                    phrases.putIfAbsent(phrase, span);
                }
            }
        }
        var again = new ArrayList<Span>();
        for (Token token : text.tokens()) {
            String word = firstWord(chars.substring(token.start(), token.end()));
            byWord.getOrDefault(word, Map.of()).forEach((phrase, span) -> {
                int end = token.start() + phrase.length();
                if (chars.startsWith(phrase, token.start()) && !continues(chars, end)) {
                    again.add(Span.of(token.start(), end, span.type(), span.confidence()));
                }
            });
        }
        return again;
    }

    private static String firstWord(String phrase) {
        int end = 0;
        while (end < phrase.length() && Character.isLetterOrDigit(phrase.charAt(end))) {
            end++;
        }
        return phrase.substring(0, end);
    }

    private static boolean continues(String chars, int end) {
        return end < chars.length() && Character.isLetterOrDigit(chars.charAt(end));
    }
}
