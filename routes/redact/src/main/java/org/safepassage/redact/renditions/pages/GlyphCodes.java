package org.safepassage.redact.renditions.pages;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/// The codes by which the pages of one PDF call characters, and the two tables that explain them: to glyphs, and back
/// to characters (ISO 32000-2, 9.7.5 and 9.10.3). A code is two bytes that are letters or digits in no encoding: the
/// numbers of the glyphs themselves read as other words, and one in twenty documents held some that sound like a name.
/// For one document; not safe to share.
final class GlyphCodes {
    private static final int MOST_IN_A_BLOCK = 100;
    private static final int[] BYTES = bytes();

    private final List<Row> rows = new ArrayList<>();

    private record Row(int code, int codePoint, int glyph) {}

    /// Takes a new character in.
    ///
    /// @param glyph its number in the typeface
    /// @return its code
    int code(int codePoint, int glyph) {
        int number = rows.size();
        if (number >= BYTES.length * BYTES.length) {
            throw new IllegalStateException("no typeface has so many glyphs");
        }
        int code = BYTES[number / BYTES.length] << 8 | BYTES[number % BYTES.length];
        rows.add(new Row(code, codePoint, glyph));
        return code;
    }

    /// Control characters first, of which most documents need no more. Left out are those that end lines, and those
    /// that are the first half of a letter in UTF-16.
    private static int[] bytes() {
        var bytes = new ArrayList<Integer>();
        for (int b = 0x02; b < 0xa0; b++) {
            boolean letterInWide = b == 0x04;
            boolean space = b >= 0x08 && b <= 0x0d;
            boolean readable = b >= 0x20 && b < 0x80;
            if (!letterInWide && !space && !readable) {
                bytes.add(b);
            }
        }
        return bytes.stream().mapToInt(Integer::intValue).toArray();
    }

    /// The table from codes to glyphs.
    COSStream glyphs(PDDocument document) throws IOException {
        var stream = table(document, "SP-Glyphs", "Identity", 1, "cidchar", row -> Integer.toString(row.glyph()));
        stream.setItem(COSName.TYPE, COSName.getPDFName("CMap"));
        stream.setItem(COSName.getPDFName("CMapName"), COSName.getPDFName("SP-Glyphs"));
        var system = new COSDictionary();
        system.setString("Registry", "Adobe");
        system.setString("Ordering", "Identity");
        system.setInt("Supplement", 0);
        stream.setItem(COSName.getPDFName("CIDSystemInfo"), system);
        return stream;
    }

    /// The table from codes to characters.
    COSStream characters(PDDocument document) throws IOException {
        return table(
                document,
                "SP-Characters",
                "UCS",
                2,
                "bfchar",
                row -> "<"
                        + HexFormat.of()
                                .withUpperCase()
                                .formatHex(Character.toString(row.codePoint()).getBytes(StandardCharsets.UTF_16BE))
                        + ">");
    }

    private COSStream table(
            PDDocument document, String name, String ordering, int type, String operator, Function<Row, String> meaning)
            throws IOException {
        var text = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n")
                .append("/CIDSystemInfo << /Registry (Adobe) /Ordering (")
                .append(ordering)
                .append(") /Supplement 0 >> def\n/CMapName /")
                .append(name)
                .append(" def\n/CMapType ")
                .append(type)
                .append(" def\n1 begincodespacerange\n<0202> <9F9F>\nendcodespacerange\n");
        for (int from = 0; from < rows.size(); from += MOST_IN_A_BLOCK) {
            List<Row> block = rows.subList(from, Math.min(rows.size(), from + MOST_IN_A_BLOCK));
            text.append(block.size()).append(" begin").append(operator).append('\n');
            for (Row row : block) {
                text.append(String.format(Locale.ROOT, "<%04X> %s\n", row.code(), meaning.apply(row)));
            }
            text.append("end").append(operator).append('\n');
        }
        text.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream((COSBase) COSName.FLATE_DECODE)) {
            out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
        }
        return stream;
    }
}
