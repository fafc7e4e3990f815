package org.safepassage.rehearsal.sample.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.safepassage.rehearsal.sample.documents.Document.Page;
import org.safepassage.rehearsal.sample.documents.Document.Paragraph;

/// Writes PDF with a text layer in an embedded font: running head, a sticky note on page one, author and title.
final class PdfFile {
    private static final float MARGIN = 56;
    private static final float SIZE = 10.5f;
    private static final float LEADING = 14;
    private static final float PARAGRAPH_GAP = 3;
    private static final int KEY_BITS = 128;
    private static final int ID_BYTES = 16;

    private PdfFile() {}

    static byte[] write(Document document) {
        try (var pdf = pages(document)) {
            return saved(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same, closed with a password. RC4 because AES draws random bits of its own and would not be repeatable.
    static byte[] writeEncrypted(Document document, String password) {
        try (var pdf = pages(document)) {
            var policy = new StandardProtectionPolicy(password, password, new AccessPermission());
            policy.setEncryptionKeyLength(KEY_BITS);
            policy.setPreferAES(false);
            // Without an id of its own the key would be made from the clock.
            var id = new COSString(new byte[ID_BYTES]);
            pdf.getDocument().setDocumentID(new COSArray(List.of(id, id)));
            pdf.protect(policy);
            return saved(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Saves with an id that follows from nothing but the number of pages and the title.
    static byte[] saved(PDDocument pdf) throws IOException {
        var bytes = new ByteArrayOutputStream();
        pdf.setDocumentId((long) pdf.getNumberOfPages());
        pdf.save(bytes);
        return bytes.toByteArray();
    }

    private static PDDocument pages(Document document) throws IOException {
        var pdf = new PDDocument();
        PDType0Font font;
        try (InputStream in = Typeface.open()) {
            font = PDType0Font.load(pdf, in, true);
        }
        for (Page page : document.pages()) {
            page(pdf, font, document.header(), page);
        }
        note(pdf.getPage(0), document);
        pdf.getDocumentInformation().setAuthor(document.author());
        pdf.getDocumentInformation().setTitle(document.title());
        return pdf;
    }

    private static void page(PDDocument pdf, PDType0Font font, String header, Page page) throws IOException {
        var sheet = new PDPage(PDRectangle.A4);
        pdf.addPage(sheet);
        float width = sheet.getMediaBox().getWidth() - 2 * MARGIN;
        float y = sheet.getMediaBox().getHeight() - MARGIN;
        try (var content = new PDPageContentStream(pdf, sheet)) {
            line(content, font, SIZE - 2, y + LEADING, header);
            for (Paragraph paragraph : page.paragraphs()) {
                float size = paragraph.heading() ? SIZE + 0.5f : SIZE;
                for (String line : Typeface.lines(paragraph.text(), size, width)) {
                    line(content, font, size, y, line);
                    y -= LEADING;
                }
                y -= PARAGRAPH_GAP;
            }
        }
    }

    private static void line(PDPageContentStream content, PDType0Font font, float size, float y, String text)
            throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(MARGIN, y);
        content.showText(text);
        content.endText();
    }

    private static void note(PDPage page, Document document) throws IOException {
        var note = new PDAnnotationText();
        note.setContents(document.note());
        note.setTitlePopup(document.author());
        note.setRectangle(new PDRectangle(MARGIN / 2, page.getMediaBox().getHeight() - MARGIN, MARGIN / 3, MARGIN / 3));
        page.getAnnotations().add(note);
    }
}
