package org.safepassage.redact.renditions.pages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// Words that are not painted (text rendering mode 3 of ISO 32000-2, 9.3.6), so that what a page shows as pixels can be
/// searched, copied and read aloud: each over its box, a space behind it. For one document; not safe to share.
final class TextLayer {
    private static final int UNITS = 1000;
    private static final double MOST_STRETCHED = 10;

    private final Typeface typeface;

    TextLayer(PDDocument document) throws IOException {
        typeface = new Typeface(document, Typeface.parsed());
    }

    PDType0Font font() {
        return typeface.font();
    }

    /// Cuts the font down; after the last of the pages, before the document is saved.
    void embed(PDDocument document) throws IOException {
        typeface.embed(document);
    }

    /// The operators that set words on a page measured in pixels from its lower left corner.
    ///
    /// @param font its name among the page's resources
    /// @param height of the page in pixels
    byte[] operators(String font, int height, List<Word> words) {
        var out = new ByteArrayOutputStream();
        write(out, "BT 3 Tr\n");
        words.forEach(word -> set(out, font, height, word));
        write(out, "ET\n");
        return out.toByteArray();
    }

    private void set(ByteArrayOutputStream out, String font, int height, Word word) {
        int[] shown = Sheets.visual(Normalizer.normalize(word.text(), Normalizer.Form.NFC) + " ")
                .codePoints()
                .map(Lines::shown)
                .filter(c -> !isHidden(c))
                .toArray();
        int size = Math.max(1, word.height());
        double width = 0;
        for (int c : shown) {
            width += typeface.glyph(c).width();
        }
        width = (width - typeface.glyph(' ').width()) * size / UNITS;
        double scale = Math.clamp(word.width() / Math.max(width, 1), 1 / MOST_STRETCHED, MOST_STRETCHED);
        int bottom = height - word.top() - word.height();
        write(
                out,
                String.format(
                        Locale.ROOT,
                        "/%s %d Tf %.1f Tz 1 0 0 1 %d %d Tm (",
                        font,
                        size,
                        100 * scale,
                        word.left(),
                        bottom));
        for (int c : shown) {
            int code = typeface.glyph(c).code();
            out.write(code >> 8);
            out.write(code & 0xff);
        }
        write(out, ") Tj\n");
    }

    private static boolean isHidden(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
    }

    private static void write(ByteArrayOutputStream out, String syntax) {
        out.writeBytes(syntax.getBytes(StandardCharsets.US_ASCII));
    }
}
