package org.safepassage.redact.renditions.pages;

import com.ibm.icu.text.Bidi;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;

/// The pages of one PDF, filled line by line from the top: A4 with margins and a number at the foot. Writes glyphs by
/// their numbers, so that no ligature or substitution of the typeface stands between a text and what is read back.
/// For one document; not safe to share.
final class Sheets {
    /// Type size of the text, in points.
    static final float TEXT = 10;
    /// Width of a line, in points.
    static final float WIDTH = 482;

    private static final PDRectangle A4 = PDRectangle.A4;
    private static final float LEFT = (A4.getWidth() - WIDTH) / 2;
    private static final float TOP = A4.getHeight() - 56;
    private static final float BOTTOM = 62;
    private static final float FOOT = 34;
    private static final float LEADING = 1.35f;
    private static final COSName FONT = COSName.getPDFName("F");

    private final PDDocument document;
    private final Typeface typeface;
    private final Lines lines;
    private final PDResources resources = new PDResources();
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private float down = TOP;

    Sheets(PDDocument document, Typeface typeface, Lines lines) {
        this.document = document;
        this.typeface = typeface;
        this.lines = lines;
        resources.put(FONT, typeface.font());
    }

    /// What so many lines of text take, in points.
    static float height(int lines) {
        return lines * TEXT * LEADING;
    }

    /// Pages so far, the one that is being filled among them.
    int count() {
        return document.getNumberOfPages() + 1;
    }

    /// Sets one line, on a new page where this one is full.
    ///
    /// @param size type size in points
    /// @param grey 0 for black
    void line(String text, float size, float grey) throws IOException {
        if (down - size * LEADING < BOTTOM) {
            turn();
        }
        down -= size * LEADING;
        set(text, LEFT, down, size, grey);
    }

    /// Leaves room above what follows, unless it begins a page.
    ///
    /// @param needed points that must be left on this page behind the room, so that a heading never ends one
    void room(float points, float needed) throws IOException {
        if (down - points - needed < BOTTOM) {
            turn();
        } else if (down < TOP) {
            down -= points;
        }
    }

    /// Ends the last page.
    void end() throws IOException {
        turn();
    }

    private void turn() throws IOException {
        String number = "– " + count() + " –";
        int width = 0;
        for (int i = 0; i < number.length(); i++) {
            width += typeface.glyph(number.charAt(i)).width();
        }
        set(number, (A4.getWidth() - width * 9f / 1000) / 2, FOOT, 9, 0.4f);
        var page = new PDPage(A4);
        page.setResources(resources);
        var stream = new PDStream(document);
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            content.writeTo(out);
        }
        page.setContents(stream);
        document.addPage(page);
        content.reset();
        down = TOP;
    }

    private void set(String text, float x, float y, float size, float grey) {
        if (text.isBlank()) {
            return;
        }
        write(String.format(Locale.ROOT, "BT %.2g g /F %.3g Tf %.2f %.2f Td [(", grey, size, (double) x, (double) y));
        String visual = visual(text);
        int across = 0;
        for (int i = 0; i < visual.length(); i += Character.charCount(visual.codePointAt(i))) {
            int c = visual.codePointAt(i);
            Typeface.Glyph glyph = typeface.glyph(Lines.shown(c));
            glyph(glyph.code());
            int reach = lines.after(across, c);
            int gap = reach - across - glyph.width();
            if (gap > 0) {
                write(")" + -gap + "(");
            }
            across = reach;
        }
        write(")] TJ ET\n");
    }

    /// The characters from left to right.
    static String visual(String text) {
        char[] chars = text.toCharArray();
        return Bidi.requiresBidi(chars, 0, chars.length)
                ? new Bidi(text, Bidi.LEVEL_DEFAULT_LTR).writeReordered(Bidi.DO_MIRRORING | Bidi.KEEP_BASE_COMBINING)
                : text;
    }

    /// Two bytes of a literal string, none of which its syntax would have to escape.
    private void glyph(int code) {
        content.write(code >> 8);
        content.write(code & 0xff);
    }

    private void write(String syntax) {
        content.writeBytes(syntax.getBytes(StandardCharsets.US_ASCII));
    }
}
