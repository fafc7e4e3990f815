package org.safepassage.redact.text;

import java.util.ArrayList;
import java.util.List;

/// A word or number of a normal text: letters and digits, with apostrophes between letters. A hyphen parts
/// tokens, and so does a capital behind a small letter, as in words that a bad extraction has glued together.
///
/// @param start offset of its first char in the normal form
/// @param end offset after its last char
/// @param shape how it is written
public record Token(int start, int end, Shape shape) {
    /// How a token is written.
    public enum Shape {
        /// Letters of which none is upper case.
        LOWER,
        /// The first letter is upper case, another one is not.
        CAPITALISED,
        /// Two letters or more, all upper case.
        UPPER,
        /// One upper-case letter.
        INITIAL,
        /// Begins with a digit.
        NUMBER
    }

    /// Number of chars.
    public int length() {
        return end - start;
    }

    /// Whether the token could be a name by its case: anything but lower case and numbers.
    public boolean raised() {
        return shape == Shape.CAPITALISED || shape == Shape.UPPER;
    }

    static List<Token> in(String chars) {
        var tokens = new ArrayList<Token>();
        int length = chars.length();
        int i = 0;
        while (i < length) {
            if (!Character.isLetterOrDigit(chars.charAt(i))) {
                i++;
                continue;
            }
            int start = i;
            i++;
            while (i < length
                    && !(Character.isLowerCase(chars.charAt(i - 1)) && Character.isUpperCase(chars.charAt(i)))
                    && (Character.isLetterOrDigit(chars.charAt(i)) || (i > start && joinsLetters(chars, i, length)))) {
                i++;
            }
            tokens.add(new Token(start, i, shape(chars, start, i)));
        }
        return List.copyOf(tokens);
    }

    private static boolean joinsLetters(String chars, int i, int length) {
        return chars.charAt(i) == '\''
                && i + 1 < length
                && Character.isLetter(chars.charAt(i + 1))
                && Character.isLetter(chars.charAt(i - 1));
    }

    private static Shape shape(String chars, int start, int end) {
        char first = chars.charAt(start);
        if (Character.isDigit(first)) {
            return Shape.NUMBER;
        }
        if (!Character.isUpperCase(first)) {
            return Shape.LOWER;
        }
        int letters = 0;
        for (int i = start; i < end; i++) {
            if (Character.isLetter(chars.charAt(i))) {
                letters++;
                if (i > start && !Character.isUpperCase(chars.charAt(i))) {
                    return Shape.CAPITALISED;
                }
            }
        }
        return letters == 1 ? Shape.INITIAL : Shape.UPPER;
    }
}
