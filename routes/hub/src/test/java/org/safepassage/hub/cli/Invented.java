package org.safepassage.hub.cli;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/// Pictures for tests, drawn here.
final class Invented {
    private Invented() {}

    /// A page of print at 200 dots an inch, one line every 90 pixels from 260 down, as PNG.
    static Path scan(Path file, String... lines) throws IOException {
        var page = new BufferedImage(1654, 1200, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = page.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, page.getWidth(), page.getHeight());
        pen.setColor(Color.BLACK);
        String resource = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
        try (var font = Objects.requireNonNull(PDDocument.class.getResourceAsStream(resource))) {
            pen.setFont(Font.createFont(Font.TRUETYPE_FONT, font).deriveFont(36f));
        } catch (FontFormatException broken) {
            throw new IOException(broken);
        }
        int down = 260;
        for (String line : lines) {
            pen.drawString(line, 180, down);
            down += 90;
        }
        pen.dispose();
        ImageIO.write(page, "png", file.toFile());
        return file;
    }

    /// A form with two questions and their answers, as PDF.
    static Path form(Path file, String first, String second) throws IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            var font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            try (var content = new PDPageContentStream(document, page)) {
                content.setFont(font, 14);
                content.beginText();
                content.newLineAtOffset(70, 704);
                content.showText("Person examined");
                content.newLineAtOffset(0, -40);
                content.showText("Findings");
                content.newLineAtOffset(0, -40);
                content.showText("The form was filled in at the hospital in the evening.");
                content.endText();
            }
            var form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
            var resources = new PDResources();
            resources.put(COSName.getPDFName("Helv"), font);
            form.setDefaultResources(resources);
            form.setFields(List.of(field(form, page, "person", 700), field(form, page, "findings", 660)));
            form.getField("person").setValue(first);
            form.getField("findings").setValue(second);
            document.save(file.toFile());
        }
        return file;
    }

    private static PDTextField field(PDAcroForm form, PDPage page, String name, int bottom) throws IOException {
        var field = new PDTextField(form);
        field.setPartialName(name);
        field.setDefaultAppearance("/Helv 14 Tf 0 g");
        var widget = field.getWidgets().getFirst();
        widget.setRectangle(new PDRectangle(220, bottom, 320, 20));
        widget.setPage(page);
        page.getAnnotations().add(widget);
        return field;
    }

    /// Rings that no reader takes for words, as PNG.
    static Path drawing(Path file) throws IOException {
        var page = new BufferedImage(800, 800, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = page.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 800, 800);
        pen.setColor(Color.BLACK);
        for (int i = 0; i < 5; i++) {
            pen.drawOval(100 + 90 * i, 200 + 30 * i, 300, 240);
        }
        pen.dispose();
        ImageIO.write(page, "png", file.toFile());
        return file;
    }

    /// Evening sky with nobody in it, as JPEG.
    static Path photograph(Path file) throws IOException {
        var sky = new BufferedImage(320, 240, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = sky.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, new Color(30, 40, 90), 320, 240, new Color(200, 150, 120)));
        pen.fillRect(0, 0, 320, 240);
        pen.dispose();
        ImageIO.write(sky, "jpeg", file.toFile());
        return file;
    }
}
