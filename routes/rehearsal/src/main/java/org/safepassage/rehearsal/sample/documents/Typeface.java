package org.safepassage.rehearsal.sample.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// The one typeface of the sample: Liberation Sans, which PDFBox carries, so that pages look the same on a machine
/// without fonts. It has the letters of Belarusian, Russian and the Latin schemes. Safe for several threads.
final class Typeface {
    private static final String RESOURCE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final TrueTypeFont FONT = parsed();

    private Typeface() {}

    /// A fresh stream over the font file; the caller closes it.
    static InputStream open() {
        InputStream in = TrueTypeFont.class.getResourceAsStream(RESOURCE);
        if (in == null) {
            throw new IllegalStateException("font missing: " + RESOURCE);
        }
        return in;
    }

    static TrueTypeFont font() {
        return FONT;
    }

    /// Width of a text in points at a size of 1.
    static double width(String text) {
        try {
            var cmap = FONT.getUnicodeCmapLookup();
            double units = 0;
            for (int point : text.codePoints().toArray()) {
                units += FONT.getAdvanceWidth(cmap.getGlyphId(point));
            }
            return units / FONT.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The text in lines none of which is wider than `width` points at this size.
    static List<String> lines(String text, double size, double width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        double used = 0;
        for (String word : text.split(" ", -1)) {
            double wide = width(word + " ") * size;
            if (used + wide > width && !line.isEmpty()) {
                lines.add(line.toString().strip());
                line.setLength(0);
                used = 0;
            }
            line.append(word).append(' ');
            used += wide;
        }
        lines.add(line.toString().strip());
        return lines;
    }

    private static TrueTypeFont parsed() {
        try (InputStream in = open()) {
            return new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
