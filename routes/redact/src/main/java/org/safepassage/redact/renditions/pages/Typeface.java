package org.safepassage.redact.renditions.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// The one typeface of one PDF, Liberation Sans: Latin, Greek, Cyrillic and Hebrew. Only the glyphs that were asked
/// for are embedded. For one document; not safe to share.
final class Typeface {
    /// Shown for a character that the typeface lacks.
    static final int REPLACEMENT = '□';

    private static final byte[] FILE = bytes();
    private static final int UNITS = 1000;

    private final PDType0Font font;
    private final TrueTypeFont file;
    private final CmapLookup lookup;
    private final Map<Integer, Glyph> glyphs = new HashMap<>();
    private final GlyphCodes codes = new GlyphCodes();

    /// How a character is shown.
    ///
    /// @param code two bytes by which the page calls it
    /// @param width in thousandths of the type size
    record Glyph(int code, int width) {}

    /// @param file as [#parsed]; for nothing else before this document is saved
    Typeface(PDDocument document, TrueTypeFont file) throws IOException {
        this.file = file;
        font = PDType0Font.load(document, file, true);
        lookup = file.getUnicodeCmapLookup();
    }

    /// The typeface's file, which can serve one document after the other.
    static TrueTypeFont parsed() throws IOException {
        return new TTFParser().parse(new RandomAccessReadBuffer(FILE));
    }

    /// The glyph of a character, or of its replacement.
    Glyph glyph(int codePoint) {
        Glyph known = glyphs.get(codePoint);
        if (known != null) {
            return known;
        }
        int id = lookup.getGlyphId(codePoint);
        Glyph glyph = id == 0 && codePoint != REPLACEMENT ? glyph(REPLACEMENT) : made(codePoint, id);
        glyphs.put(codePoint, glyph);
        return glyph;
    }

    private Glyph made(int codePoint, int id) {
        font.addToSubset(codePoint);
        try {
            return new Glyph(codes.code(codePoint, id), file.getAdvanceWidth(id) * UNITS / file.getUnitsPerEm());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    PDType0Font font() {
        return font;
    }

    /// Cuts the font down to the glyphs that were asked for; after the last of them, before the document is saved.
    void embed(PDDocument document) throws IOException {
        font.subset();
        COSDictionary dictionary = font.getCOSObject();
        dictionary.setItem(COSName.ENCODING, codes.glyphs(document));
        dictionary.setItem(COSName.TO_UNICODE, codes.characters(document));
    }

    private static byte[] bytes() {
        String resource = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
        try (var in = Objects.requireNonNull(PDDocument.class.getResourceAsStream(resource), resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
