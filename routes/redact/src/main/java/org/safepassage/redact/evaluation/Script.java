package org.safepassage.redact.evaluation;

import java.lang.Character.UnicodeScript;

/// The letters in which a mention is written. Digits and signs are of no script.
enum Script {
    CYRILLIC("Cyrillic"),
    LATIN("Latin"),
    /// Both, as look-alike letters and bad scans make it, or any other.
    MIXED("mixed script"),
    /// No letters at all.
    NONE("no letters");

    private final String label;

    Script(String label) {
        this.label = label;
    }

    /// As a slice of the figures is called.
    String label() {
        return label;
    }

    /// @param start code point offset in the text
    /// @param end code point offset behind
    static Script of(String text, int start, int end) {
        int from = text.offsetByCodePoints(0, start);
        Script script = NONE;
        for (int i = from; i < text.offsetByCodePoints(from, end - start); i++) {
            int codePoint = text.codePointAt(i);
            if (Character.isLetter(codePoint)) {
                Script letter = of(UnicodeScript.of(codePoint));
                script = script == NONE || script == letter ? letter : MIXED;
            }
        }
        return script;
    }

    private static Script of(UnicodeScript letter) {
        return switch (letter) {
            case CYRILLIC -> CYRILLIC;
            case LATIN -> LATIN;
            default -> MIXED;
        };
    }
}
