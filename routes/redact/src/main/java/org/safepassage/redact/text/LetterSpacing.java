package org.safepassage.redact.text;

/// Joins words that were spread out for emphasis: `И в а н о в`, `P-e-t-r-o-v`.
final class LetterSpacing {
    private static final int MIN_WITH_SPACES = 4;
    private static final int MIN_WITH_SIGNS = 5;

    private LetterSpacing() {}

    static void join(Normaliser text) {
        int write = 0;
        int read = 0;
        while (read < text.size()) {
            int end = runEnd(text, read);
            if (end == read) {
                text.move(write++, read++);
                continue;
            }
            for (; read < end; read++) {
                if (Character.isLetter(text.at(read)) || breaksWord(text, read)) {
                    text.move(write++, read);
                }
            }
        }
        text.truncate(write);
    }

    /// End of the letter-spaced run that begins at `start`, or `start` when there is none.
    private static int runEnd(Normaliser text, int start) {
        if (start + 6 >= text.size()
                || !isLetter(text, start)
                || isWordChar(text, start - 1)
                || !isSeparator(text.at(start + 1))
                || !isLetter(text, start + 2)) {
            return start;
        }
        char separator = text.at(start + 1);
        int letters = 1;
        int i = start;
        while (i + 2 < text.size()
                && text.at(i + 1) == separator
                && isLetter(text, i + 2)
                && !isWordChar(text, i + 3)) {
            i += 2;
            letters++;
        }
        return letters >= (separator == ' ' ? MIN_WITH_SPACES : MIN_WITH_SIGNS) ? i + 1 : start;
    }

    /// Within a spaced run a capital after a small letter begins a new word.
    private static boolean breaksWord(Normaliser text, int i) {
        return Character.isLowerCase(text.at(i - 1)) && Character.isUpperCase(text.at(i + 1));
    }

    private static boolean isSeparator(char c) {
        return c == ' ' || c == '.' || c == '-' || c == '_' || c == '*' || c == 0xB7;
    }

    private static boolean isLetter(Normaliser text, int i) {
        return i >= 0 && i < text.size() && Character.isLetter(text.at(i));
    }

    private static boolean isWordChar(Normaliser text, int i) {
        return i >= 0 && i < text.size() && Character.isLetterOrDigit(text.at(i));
    }
}
