package org.safepassage.redact.renditions.pictures;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads Tesseract's table (TSV): one line a page, block, paragraph, line or word; of words their box, confidence
/// from 0 to 100, and text. The text is looked at for how much of it is letters, and goes no further.
final class WordLines {
    private static final int FIELDS = 12;
    private static final String WORD = "5";
    private static final String DETECTOR = "tesseract";
    /// From here on something is print, though its letters may be read wrongly.
    private static final double PRINT = 45;
    /// From here on it may be print. Leaves and skin give less, or single letters.
    private static final double LIKE_PRINT = 25;

    private final double scale;

    /// @param scale of the picture that was read, 1 for the original's size
    WordLines(double scale) {
        this.scale = scale;
    }

    /// Covers words, and the gaps between words of one line, since they tell how long names are; lines that are
    /// no such table are passed over.
    void read(String table, Findings findings) {
        String lineBefore = "";
        Region before = null;
        for (String row : table.lines().toList()) {
            String[] fields = row.split("\t", FIELDS);
            if (fields.length < FIELDS || !fields[0].equals(WORD)) {
                continue;
            }
            try {
                Region word = word(fields, findings);
                String line = String.join(" ", fields[1], fields[2], fields[3], fields[4]);
                if (word != null && before != null && line.equals(lineBefore)) {
                    gap(before, word, findings);
                }
                before = word;
                lineBefore = line;
            } catch (NumberFormatException noTable) {
                findings.doubt(Doubt.WORDS_UNSEARCHED);
            }
        }
    }

    private @Nullable Region word(String[] fields, Findings findings) {
        long letters =
                fields[11].codePoints().filter(Character::isLetterOrDigit).count();
        double confidence = Double.parseDouble(fields[10]);
        boolean print = (confidence >= PRINT && letters >= 2) || (confidence >= 2 * PRINT && letters == 1);
        boolean like = confidence >= LIKE_PRINT && letters >= 4;
        if (!print && !like) {
            return null;
        }
        int height = number(fields[9]);
        int width = number(fields[8]);
        var word = new Region(
                        Region.Kind.WORDS,
                        number(fields[6]),
                        number(fields[7]),
                        width,
                        height,
                        Math.round(confidence) / 100.0,
                        DETECTOR)
                .with(margin(height, width), 0.3, 0.3);
        findings.cover(word);
        if (!print) {
            findings.doubt(Doubt.WORDS_ILLEGIBLE);
        }
        return word;
    }

    /// Between two words that stand no farther apart than they are high.
    private static void gap(Region left, Region right, Findings findings) {
        int width = right.x() - left.right();
        int top = Math.min(left.y(), right.y());
        int bottom = Math.max(left.bottom(), right.bottom());
        if (width > 0 && width <= bottom - top) {
            findings.cover(
                    new Region(Region.Kind.WORDS, left.right(), top, width, bottom - top, left.confidence(), DETECTOR));
        }
    }

    /// A third of a letter's height on each side.
    private static double margin(int height, int width) {
        return width == 0 ? 0 : 0.3 * height / width;
    }

    private int number(String field) {
        return (int) Math.round(Integer.parseInt(field.strip().toLowerCase(Locale.ROOT)) / scale);
    }
}
