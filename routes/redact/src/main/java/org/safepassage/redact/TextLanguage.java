package org.safepassage.redact;

import java.util.Set;

/// The language in which redaction words what it writes into a text.
final class TextLanguage {
    private static final Set<String> SPOKEN = Set.of("be", "ru", "uk", "en");
    private static final int LOOKED_AT = 4_000;

    private TextLanguage() {}

    /// The first two letters of a known tag; otherwise what the text's own letters say.
    static String of(String tag, String text) {
        String language = tag.length() > 2 ? tag.substring(0, 2) : tag;
        return SPOKEN.contains(language) ? language : byLetters(text);
    }

    private static String byLetters(String text) {
        int belarusian = 0;
        int ukrainian = 0;
        int russian = 0;
        int cyrillic = 0;
        int latin = 0;
        for (int i = 0; i < Math.min(text.length(), LOOKED_AT); i++) {
            char c = Character.toLowerCase(text.charAt(i));
            switch (c) {
                case 'ў' -> belarusian += 3;
                case 'і' -> belarusian++;
                case 'ї', 'є', 'ґ' -> ukrainian += 3;
                case 'и', 'щ', 'ъ' -> russian++;
                default -> {}
            }
            cyrillic += c >= 0x0400 && c <= 0x052F ? 1 : 0;
            latin += (c >= 'a' && c <= 'z') ? 1 : 0;
        }
        if (cyrillic <= latin) {
            return "en";
        }
        return belarusian > russian ? ukrainian > belarusian ? "uk" : "be" : "ru";
    }
}
