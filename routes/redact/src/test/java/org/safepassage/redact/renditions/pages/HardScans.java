package org.safepassage.redact.renditions.pages;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;

/// Scans that are hard to read: too many pages, layers or forms in forms, none at all, or a password.
final class HardScans {
    private HardScans() {}

    /// Directories without entries, so that no page can be decoded.
    static byte[] emptyTiff(int pages, int backTo) {
        ByteBuffer out = ByteBuffer.allocate(8 + 6 * pages)
                .put("MM\0*".getBytes(StandardCharsets.US_ASCII))
                .putInt(8);
        for (int page = 1; page <= pages; page++) {
            int follows = page < pages ? page + 1 : backTo;
            out.putShort((short) 0).putInt(follows == 0 ? 0 : 8 + 6 * (follows - 1));
        }
        return out.array();
    }

    /// The letter under many layers that are switched off.
    static byte[] layered(int count) throws Exception {
        try (var document = Loader.loadPDF(ScannedLetters.pdf(ScannedLetters.letter()))) {
            var page = document.getPage(0);
            var layers = new PDOptionalContentProperties();
            document.getDocumentCatalog().setOCProperties(layers);
            var font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            try (var content =
                    new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
                for (int i = 0; i < count; i++) {
                    var layer = new PDOptionalContentGroup("layer " + i);
                    layers.addGroup(layer);
                    layers.setGroupEnabled(layer, false);
                    content.beginMarkedContent(COSName.OC, layer);
                    content.beginText();
                    content.setFont(font, 20);
                    content.newLineAtOffset(100, 100 + i % 300);
                    content.showText("hidden");
                    content.endText();
                    content.endMarkedContent();
                }
            }
            return ScannedLetters.saved(document);
        }
    }

    /// A page whose form shows a form that shows a form.
    ///
    /// @param shown what each form says: once or twice the next one
    static byte[] nested(int count, String shown) {
        var pdf = new StringBuilder("%PDF-1.7\n")
                .append("1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n")
                .append("2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n")
                .append("3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R ")
                .append("/Resources << /XObject << /F 5 0 R >> >> >>\nendobj\n")
                .append("4 0 obj\n<< /Length 5 >>\nstream\n/F Do\nendstream\nendobj\n");
        for (int i = 0; i < count; i++) {
            pdf.append(5 + i)
                    .append(
                            " 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /F ")
                    .append(6 + i)
                    .append(" 0 R >> >> /Length ")
                    .append(shown.length())
                    .append(" >>\nstream\n")
                    .append(shown)
                    .append("\nendstream\nendobj\n");
        }
        return pdf.append("trailer\n<< /Root 1 0 R >>\n%%EOF\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] pages(int count, PDRectangle box) throws IOException {
        try (var document = new PDDocument()) {
            for (int i = 0; i < count; i++) {
                document.addPage(new PDPage(box));
            }
            return ScannedLetters.saved(document);
        }
    }

    static byte[] locked() throws IOException {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            return ScannedLetters.saved(document);
        }
    }
}
