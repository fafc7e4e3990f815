package org.safepassage.hub.leaks;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/// Everything in a PDF that can hold words, on the page and off it.
final class PdfCarriers {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private PdfCarriers() {}

    /// Adds words to a document of one page that says `x`.
    @FunctionalInterface
    private interface Planting {
        void into(PDDocument document, String words) throws IOException;
    }

    static List<Carrier> all() {
        return List.of(
                pdf("PDF text", (document, words) -> write(document, words, RenderingMode.FILL)),
                pdf("PDF text that is not painted", (document, words) -> write(document, words, RenderingMode.NEITHER)),
                pdf("PDF layer that is off", PdfCarriers::hiddenLayer),
                new Carrier("earlier revision of a PDF", "a.pdf", PdfCarriers::earlierRevision),
                pdf("PDF attachment", (document, words) -> attach(document, "a.txt", "Там быў " + words)),
                pdf("name of a PDF attachment", (document, words) -> attach(document, words + ".txt", "x")),
                pdf("PDF form field", PdfCarriers::field),
                pdf("PDF comment", PdfCarriers::comment),
                pdf("PDF bookmark", PdfCarriers::bookmark),
                pdf(
                        "PDF title",
                        (document, words) -> document.getDocumentInformation().setTitle(words)),
                pdf(
                        "PDF information of an unknown key",
                        (document, words) -> document.getDocumentInformation().setCustomMetadataValue("Case", words)),
                pdf("PDF XMP", PdfCarriers::xmp),
                pdf("PDF page's private data", PdfCarriers::pieceInfo),
                pdf("PDF object that nothing refers to by name", PdfCarriers::strayString),
                pdf(
                        "picture of print on a PDF page",
                        (document, words) -> pagePicture(document, words, PDPageContentStream.AppendMode.OVERWRITE)),
                pdf(
                        "picture of print beside text on a PDF page",
                        (document, words) -> pagePicture(document, words, PDPageContentStream.AppendMode.APPEND)));
    }

    private static Carrier pdf(String name, Planting planting) {
        return new Carrier(name, "a.pdf", words -> {
            try (PDDocument document = onePage()) {
                planting.into(document, words);
                return saved(document);
            }
        });
    }

    private static PDDocument onePage() throws IOException {
        var document = new PDDocument();
        document.addPage(new PDPage(PDRectangle.A4));
        write(document, "Нататка пра агляд.", RenderingMode.FILL);
        return document;
    }

    private static byte[] saved(PDDocument document) throws IOException {
        var out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    private static void write(PDDocument document, String words, RenderingMode mode) throws IOException {
        var page = document.getPage(0);
        try (InputStream font = font();
                var content = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
            content.beginText();
            content.setFont(PDType0Font.load(document, font), 14);
            content.setRenderingMode(mode);
            content.newLineAtOffset(60, mode == RenderingMode.FILL && !words.startsWith("Натат") ? 600 : 700);
            content.showText(words);
            content.endText();
        }
    }

    private static void hiddenLayer(PDDocument document, String words) throws IOException {
        var layers = new PDOptionalContentProperties();
        var layer = new PDOptionalContentGroup("layer");
        layers.addGroup(layer);
        layers.setGroupEnabled(layer, false);
        document.getDocumentCatalog().setOCProperties(layers);
        try (InputStream font = font();
                var content = new PDPageContentStream(
                        document, document.getPage(0), PDPageContentStream.AppendMode.APPEND, true)) {
            content.beginMarkedContent(COSName.OC, layer);
            content.beginText();
            content.setFont(PDType0Font.load(document, font), 14);
            content.newLineAtOffset(60, 500);
            content.showText(words);
            content.endText();
            content.endMarkedContent();
        }
    }

    /// The page with the words stays in the file; a later revision shows another in its place.
    private static byte[] earlierRevision(String words) throws IOException {
        byte[] first;
        try (PDDocument document = onePage()) {
            write(document, words, RenderingMode.FILL);
            first = saved(document);
        }
        try (PDDocument document = Loader.loadPDF(first)) {
            var page = document.getPage(0);
            try (InputStream font = font();
                    var content =
                            new PDPageContentStream(document, page, PDPageContentStream.AppendMode.OVERWRITE, true)) {
                content.beginText();
                content.setFont(PDType0Font.load(document, font), 14);
                content.newLineAtOffset(60, 700);
                content.showText("Нататка пра агляд.");
                content.endText();
            }
            page.getCOSObject().setNeedToBeUpdated(true);
            page.getResources().getCOSObject().setNeedToBeUpdated(true);
            var out = new ByteArrayOutputStream();
            document.saveIncremental(out);
            return out.toByteArray();
        }
    }

    private static void attach(PDDocument document, String name, String text) throws IOException {
        var file = new PDComplexFileSpecification();
        file.setFile(name);
        file.setFileUnicode(name);
        file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(TextCarriers.utf8(text))));
        var files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of("one", file));
        var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        document.getDocumentCatalog().setNames(names);
    }

    private static void field(PDDocument document, String words) {
        var form = new PDAcroForm(document);
        document.getDocumentCatalog().setAcroForm(form);
        var field = new PDTextField(form);
        field.setPartialName("note");
        field.getCOSObject().setItem(COSName.V, new COSString(words));
        form.setFields(List.of(field));
        field.getWidgets().getFirst().setPage(document.getPage(0));
        field.getWidgets().getFirst().setRectangle(new PDRectangle(60, 400, 200, 20));
    }

    private static void comment(PDDocument document, String words) throws IOException {
        var note = new PDAnnotationText();
        note.setContents(words);
        note.setRectangle(new PDRectangle(60, 300, 20, 20));
        document.getPage(0).setAnnotations(List.of(note));
    }

    private static void bookmark(PDDocument document, String words) {
        var outline = new PDDocumentOutline();
        var item = new PDOutlineItem();
        item.setTitle(words);
        outline.addLast(item);
        document.getDocumentCatalog().setDocumentOutline(outline);
    }

    private static void xmp(PDDocument document, String words) throws IOException {
        document.getDocumentCatalog()
                .setMetadata(new PDMetadata(
                        document, new ByteArrayInputStream(TextCarriers.utf8(PictureCarriers.xmp(words)))));
    }

    private static void pieceInfo(PDDocument document, String words) {
        var own = new COSDictionary();
        own.setItem(COSName.getPDFName("Private"), new COSString(words));
        var piece = new COSDictionary();
        piece.setItem(COSName.getPDFName("App"), own);
        document.getPage(0).getCOSObject().setItem(COSName.getPDFName("PieceInfo"), piece);
    }

    private static void strayString(PDDocument document, String words) {
        document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("XyzNote"), new COSString(words));
    }

    private static void pagePicture(PDDocument document, String words, PDPageContentStream.AppendMode mode)
            throws IOException {
        var image = LosslessFactory.createFromImage(document, print(words));
        try (var content = new PDPageContentStream(document, document.getPage(0), mode, true)) {
            content.drawImage(image, 40, 500, 500, 125);
        }
    }

    /// Words as print on white paper.
    static BufferedImage print(String words) throws IOException {
        var picture = new BufferedImage(1600, 400, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        try (InputStream font = font()) {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, 1600, 400);
            graphics.setColor(Color.BLACK);
            graphics.setFont(Font.createFont(Font.TRUETYPE_FONT, font).deriveFont(64f));
            graphics.drawString(words, 80, 160);
            graphics.drawString("Нататка пра агляд", 80, 300);
        } catch (FontFormatException e) {
            throw new IOException(e);
        } finally {
            graphics.dispose();
        }
        return picture;
    }

    private static InputStream font() {
        return Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT);
    }
}
