package org.safepassage.redact.recognisers;

/// The signs between two tokens of a text, as bits: what a tagger is told of them.
final class GapSigns {
    private static final int SPACE = 1;
    static final int STOP = 2;
    private static final int COMMA = 4;
    private static final int HYPHEN = 8;
    static final int LINE = 16;
    private static final int QUOTES = 32;
    private static final int BRACKET = 64;
    private static final int COLON = 128;
    private static final int OTHER = 256;

    static int of(String chars, int from, int to) {
        int gap = 0;
        for (int i = from; i < to; i++) {
            gap |= bit(chars.charAt(i));
        }
        return gap;
    }

    private static int bit(char c) {
        return switch (c) {
            case ' ' -> SPACE;
            case '.', '!', '?', '…' -> STOP;
            case ',' -> COMMA;
            case '-', '–', '—' -> HYPHEN;
            case '\n', '\r', '\f' -> LINE;
            case '"', '«', '»', '“', '”', '„' -> QUOTES;
            case '(', ')', '[', ']' -> BRACKET;
            case ':', ';' -> COLON;
            default -> OTHER;
        };
    }
}
