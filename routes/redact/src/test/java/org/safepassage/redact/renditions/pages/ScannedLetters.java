package org.safepassage.redact.renditions.pages;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.CubicCurve2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/// A doctor's letter on paper, as scanners and cameras make files of it. Everybody in it is invented.
final class ScannedLetters {
    static final List<String> LETTER = List.of(
            "Протокол медицинского осмотра",
            "Пациентка Кавалевская Надежда жаловалась на боль в плече.",
            "Связаться с ней можно по номеру +375 29 613-48-07 вечером.",
            "Врач описал синяк на левом плече и ссадину на спине.",
            "По мнению врача, следы получены за три дня до осмотра.");

    private ScannedLetters() {}

    /// As JPEG whose EXIF says that the camera was held on its side (Exif 2.32, 4.6.4 A: 6).
    static byte[] turned(BufferedImage lying) throws IOException {
        var plain = new ByteArrayOutputStream();
        ImageIO.write(lying, "jpeg", plain);
        byte[] exif =
                HexFormat.of().parseHex("ffe1002245786966000049492a000800000001001201030001000000060000000000000000");
        var out = new ByteArrayOutputStream();
        out.write(plain.toByteArray(), 0, 2);
        out.write(exif, 0, 36);
        out.write(plain.toByteArray(), 2, plain.size() - 2);
        return out.toByteArray();
    }

    /// An A4 page at 200 dots an inch.
    static BufferedImage letter() throws Exception {
        var page = new BufferedImage(1654, 2339, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = page.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, page.getWidth(), page.getHeight());
        pen.setColor(Color.BLACK);
        String resource = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
        try (var font = Objects.requireNonNull(PDDocument.class.getResourceAsStream(resource))) {
            pen.setFont(Font.createFont(Font.TRUETYPE_FONT, font).deriveFont(34f));
        }
        int down = 260;
        for (String line : LETTER) {
            pen.drawString(line, 180, down);
            down += 90;
        }
        pen.setStroke(new BasicStroke(3));
        pen.drawLine(170, 290, 1450, 290);
        pen.dispose();
        return page;
    }

    static void scribble(BufferedImage page, int left, int top) {
        Graphics2D pen = page.createGraphics();
        pen.setColor(new Color(40, 40, 40));
        pen.setStroke(new BasicStroke(5));
        for (int i = 0; i < 6; i++) {
            int x = left + i * 90;
            pen.draw(new CubicCurve2D.Double(x, top + 200, x + 60, top - 40, x + 20, top + 330, x + 130, top + 90));
        }
        pen.drawOval(left + 420, top + 20, 220, 220);
        pen.dispose();
    }

    static byte[] pdf(BufferedImage scan) throws IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(
                        LosslessFactory.createFromImage(document, scan),
                        0,
                        0,
                        PDRectangle.A4.getWidth(),
                        PDRectangle.A4.getHeight());
            }
            return saved(document);
        }
    }

    static byte[] saved(PDDocument document) throws IOException {
        var out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }
}
