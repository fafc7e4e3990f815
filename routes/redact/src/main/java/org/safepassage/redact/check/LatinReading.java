package org.safepassage.redact.check;

/// How Latin letters sound in the ways of writing Eastern Slavic names with them, as far as single letters and pairs
/// tell. For one text.
final class LatinReading {
    private final String text;
    private final SoundRow row;

    /// @param row where the sounds go
    LatinReading(String text, SoundRow row) {
        this.text = text;
        this.row = row;
    }

    /// Adds a Latin letter and says how many letters after it belong to it.
    int add(int place, int end, int start) {
        char written = Character.toLowerCase(Letters.toLatin(text.charAt(place)));
        char c = Letters.bare(written);
        char n = place + 1 < end ? Letters.bare(Character.toLowerCase(Letters.toLatin(text.charAt(place + 1)))) : 0;
        switch (c) {
            case 'a', 'e', 'o' -> row.add('a', place, start);
            case 'i', 'y', 'j' -> row.add('i', place, start);
            case 'u' -> row.add(written == 'ŭ' || isShortU(place, n) ? 'v' : 'u', place, start);
            case 'c' -> {
                if (n == 'c') {
                    // Doubled, as in the Łacinka `Tacciana`: it sounds as the second does.
                    return 0;
                }
                boolean ch = n == 'h' || n == 'z' || written == 'č';
                boolean ts = written == 'ć' || n == 0 || n == 'e' || n == 'i' || n == 'y';
                row.add(ch ? 'c' : ts ? 't' : 'k', place, start);
                return n == 'h' || n == 'z' ? 1 : 0;
            }
            case 's' -> {
                row.add('s', place, start);
                return n == 'h' || n == 'z' ? 1 : 0;
            }
            case 'z', 't', 'g' -> {
                row.add(c == 'g' ? 'h' : c, place, start);
                return n == 'h' ? 1 : 0;
            }
            case 'k', 'q' -> {
                row.add(n == 'h' ? 'h' : 'k', place, start);
                return n == 'h' ? 1 : 0;
            }
            case 'p' -> {
                row.add(n == 'h' ? 'f' : 'p', place, start);
                return n == 'h' ? 1 : 0;
            }
            case 'x' -> {
                row.add('k', place, start);
                row.add('s', place, 0);
            }
            case 'w' -> row.add(isConsonant(place - 1) && isConsonant(place + 1) ? 'u' : 'v', place, start);
            case 'b', 'd', 'f', 'h', 'l', 'm', 'n', 'r', 'v' -> row.add(c, place, start);
            default -> {}
        }
        return 0;
    }

    /// Between two of them nobody can say a `w`: it was typed for a `u`.
    private boolean isConsonant(int place) {
        if (place < 0 || place >= text.length()) {
            return false;
        }
        char bare = Letters.bare(Character.toLowerCase(text.charAt(place)));
        return bare >= 'a' && bare <= 'z' && "aeiouyj".indexOf(bare) < 0;
    }

    /// A Belarusian `ў` that is written as a plain u: behind a vowel and before none.
    private boolean isShortU(int place, char next) {
        char before = place == 0 ? ' ' : Character.toLowerCase(text.charAt(place - 1));
        return "aeoаео".indexOf(before) >= 0 && "aeiouyj".indexOf(next) < 0;
    }
}
