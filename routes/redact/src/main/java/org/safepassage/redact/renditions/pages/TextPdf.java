package org.safepassage.redact.renditions.pages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;

/// A redacted text as a PDF of A4 pages. What goes in is the text and its language; nothing else can come out: no
/// metadata, date, name of a program, bookmark, form, script, attachment or earlier revision, and of the typeface
/// only the glyphs that the redacted text needs. Equal texts give equal bytes.
///
/// The text comes back when it is extracted, white space and the pages' numbers apart, in Unicode's normal form C
/// (UAX 15). A character that the typeface lacks is shown as `□`. Lines from right to left are set so.
/// Safe to share between threads.
public final class TextPdf {
    /// A text that fills more pages has no PDF.
    public static final int MOST_PAGES = 10_000;

    private static final Pattern PAGE = Pattern.compile("--- page \\d{1,9} ---");
    private static final Pattern ATTACHMENT = Pattern.compile("=== attachment \\d{1,9} ===");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
    private static final int MOST_BLANK_LINES = 2;

    /// Parsed typefaces that no document needs now: parsing one costs as much as setting a short text.
    private final Queue<TrueTypeFont> spare = new ConcurrentLinkedQueue<>();

    /// A maker of PDFs.
    public TextPdf() {}

    /// The text as PDF.
    ///
    /// @param text a [text rendition][org.safepassage.redact.renditions.TextRendition]
    /// @param language BCP 47 tag, `und` when unknown
    /// @return empty when the text would fill more than [#MOST_PAGES] pages
    public Optional<byte[]> of(String text, String language) {
        try {
            TrueTypeFont waiting = spare.poll();
            TrueTypeFont file = waiting == null ? Typeface.parsed() : waiting;
            Optional<byte[]> pdf = made(text, language, file);
            spare.add(file);
            return pdf;
        } catch (IOException impossible) {
            // All of it happens in memory.
            throw new UncheckedIOException(impossible);
        }
    }

    private static Optional<byte[]> made(String text, String language, TrueTypeFont file) throws IOException {
        try (var document = new PDDocument()) {
            // The file's id: of nothing but this number, so that it tells nothing and never changes.
            document.setDocumentId(0L);
            if (LANGUAGE.matcher(language).matches() && !language.equals("und")) {
                document.getDocumentCatalog().setLanguage(language);
            }
            var typeface = new Typeface(document, file);
            var lines = new Lines(typeface, (int) (Sheets.WIDTH * 1000 / Sheets.TEXT));
            var sheets = new Sheets(document, typeface, lines);
            if (!set(Normalizer.normalize(text, Normalizer.Form.NFC), lines, sheets)) {
                return Optional.empty();
            }
            sheets.end();
            typeface.embed(document);
            var out = new ByteArrayOutputStream();
            // Objects one by one, not packed into streams: every reader since PDF 1.4 opens it, and the exit check too.
            document.save(out, CompressParameters.NO_COMPRESSION);
            return Optional.of(out.toByteArray());
        }
    }

    private static boolean set(String text, Lines lines, Sheets sheets) throws IOException {
        int blank = 0;
        var together = new LinesTogether(sheets);
        for (int from = 0; from <= text.length(); ) {
            int feed = text.indexOf('\n', from);
            int end = feed < 0 ? text.length() : feed;
            String paragraph = text.substring(from, end);
            from = end + 1;
            blank = paragraph.isBlank() ? blank + 1 : 0;
            if (blank <= MOST_BLANK_LINES) {
                paragraph(paragraph, lines, sheets, together);
            }
            if (sheets.count() > MOST_PAGES) {
                return false;
            }
        }
        together.end();
        return true;
    }

    private static void paragraph(String paragraph, Lines lines, Sheets sheets, LinesTogether together)
            throws IOException {
        if (ATTACHMENT.matcher(paragraph).matches()) {
            together.end();
            sheets.room(14, 60);
            sheets.line(paragraph, 12, 0);
            sheets.room(4, 0);
        } else if (PAGE.matcher(paragraph).matches()) {
            together.end();
            sheets.room(6, 40);
            sheets.line(paragraph, 9, 0.4f);
            sheets.room(2, 0);
        } else {
            lines.of(paragraph, together::add);
        }
    }
}
