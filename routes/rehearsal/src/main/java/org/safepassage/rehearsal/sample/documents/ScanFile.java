package org.safepassage.rehearsal.sample.documents;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.safepassage.rehearsal.sample.documents.Document.Page;
import org.safepassage.rehearsal.sample.documents.Document.Paragraph;

/// Writes PDF whose pages are pictures of print at 200 dots an inch, slightly askew: without OCR it has no text. The
/// letters are drawn from the outlines of the font, so no font of the machine takes part.
final class ScanFile {
    private static final int WIDTH = 1654;
    private static final int HEIGHT = 2339;
    private static final int MARGIN = 150;
    private static final double SIZE = 30;
    private static final double LEADING = 40;
    private static final double ASKEW = 0.004;
    private static final float QUALITY = 0.55f;
    private static final Color PAPER = new Color(0xF4F2EC);

    private ScanFile() {}

    static byte[] write(Document document) {
        try (var pdf = new PDDocument()) {
            for (Page page : document.pages()) {
                var sheet = new PDPage(PDRectangle.A4);
                pdf.addPage(sheet);
                var image = JPEGFactory.createFromImage(pdf, drawn(page), QUALITY);
                try (var content = new PDPageContentStream(pdf, sheet)) {
                    content.drawImage(image, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
                }
            }
            return PdfFile.saved(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage drawn(Page page) throws IOException {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(PAPER);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(Color.BLACK);
        graphics.rotate(ASKEW, WIDTH / 2.0, HEIGHT / 2.0);
        double y = MARGIN;
        for (Paragraph paragraph : page.paragraphs()) {
            for (String line : Typeface.lines(paragraph.text(), SIZE, WIDTH - 2.0 * MARGIN)) {
                line(graphics, line, y);
                y += LEADING;
            }
            y += LEADING / 3;
        }
        graphics.dispose();
        return image;
    }

    private static void line(Graphics2D graphics, String text, double y) throws IOException {
        TrueTypeFont font = Typeface.font();
        var cmap = font.getUnicodeCmapLookup();
        double scale = SIZE / font.getUnitsPerEm();
        double x = MARGIN;
        for (int point : text.codePoints().boxed().toList()) {
            int glyph = cmap.getGlyphId(point);
            GlyphData outline = font.getGlyph().getGlyph(glyph);
            if (outline != null) {
                var placed = new AffineTransform(scale, 0, 0, -scale, x, y);
                graphics.fill(placed.createTransformedShape(outline.getPath()));
            }
            x += font.getAdvanceWidth(glyph) * scale;
        }
    }
}
