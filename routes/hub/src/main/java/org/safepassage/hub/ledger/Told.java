package org.safepassage.hub.ledger;

/// What the ledger tells of a place or a failure, in columns of bounded width: a longer text is cut, since a hold that
/// cannot be written down would be worse than one whose place is told in part.
final class Told {
    private static final int WIDTH = 400;

    private Told() {}

    static String fit(String text) {
        if (text.length() <= WIDTH) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(WIDTH - 1)) ? WIDTH - 1 : WIDTH;
        return text.substring(0, end);
    }
}
