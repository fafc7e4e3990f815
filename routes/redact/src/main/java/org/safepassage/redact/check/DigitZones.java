package org.safepassage.redact.check;

/// Stretches of a text with many digits, found in one pass, so that patterns of numbers and dates need not be tried
/// at every char of prose.
final class DigitZones {
    /// Chars before the first and behind the last digit: letters of a passport, a month's name.
    private static final int MARGIN = 24;

    private DigitZones() {}

    /// Is told of each zone.
    @FunctionalInterface
    interface Visitor {
        void zone(int from, int to);
    }

    /// @param least digits in a zone
    /// @param gap most chars between two digits of one zone
    static void each(String text, int least, int gap, Visitor visitor) {
        int first = -1;
        int last = -1;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= '0' && c <= '9') || (c > 0x600 && Character.isDigit(c))) {
                if (first >= 0 && i - last > gap) {
                    tell(text, first, last, digits >= least, visitor);
                    first = -1;
                    digits = 0;
                }
                first = first < 0 ? i : first;
                last = i;
                digits++;
            }
        }
        tell(text, first, last, first >= 0 && digits >= least, visitor);
    }

    private static void tell(String text, int first, int last, boolean enough, Visitor visitor) {
        if (enough) {
            visitor.zone(Math.max(0, first - MARGIN), Math.min(text.length(), last + 1 + MARGIN));
        }
    }
}
