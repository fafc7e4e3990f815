package org.safepassage.rehearsal.sample.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.safepassage.rehearsal.sample.documents.Document.Page;
import org.safepassage.rehearsal.sample.documents.Document.Paragraph;

/// Writes Word 2007 documents: pages parted by page breaks, a running head, a comment, author and title.
final class DocxFile {
    static final String FIXED_TIME = "2024-01-01T00:00:00Z";

    private DocxFile() {}

    static byte[] write(Document document) {
        try (var word = new XWPFDocument();
                var bytes = new ByteArrayOutputStream()) {
            word.createHeader(HeaderFooterType.DEFAULT)
                    .createParagraph()
                    .createRun()
                    .setText(document.header());
            comment(word, document);
            boolean first = true;
            for (Page page : document.pages()) {
                boolean breaks = !first;
                for (Paragraph paragraph : page.paragraphs()) {
                    paragraph(word, paragraph, breaks);
                    breaks = false;
                }
                first = false;
            }
            properties(word.getProperties(), document);
            word.write(bytes);
            return FixedZip.again(bytes.toByteArray());
        } catch (IOException | InvalidFormatException e) {
            throw new UncheckedIOException(new IOException("DOCX not written", e));
        }
    }

    private static void paragraph(XWPFDocument word, Paragraph paragraph, boolean onNewPage) {
        XWPFRun run = word.createParagraph().createRun();
        if (onNewPage) {
            run.addBreak(BreakType.PAGE);
        }
        run.setBold(paragraph.heading());
        run.setText(paragraph.text());
    }

    private static void comment(XWPFDocument word, Document document) {
        var comment = word.createComments().createComment(BigInteger.ONE);
        comment.setAuthor(document.author());
        comment.createParagraph().createRun().setText(document.note());
        XWPFParagraph anchor = word.createParagraph();
        anchor.getCTP().addNewCommentRangeStart().setId(BigInteger.ONE);
        anchor.getCTP().addNewCommentRangeEnd().setId(BigInteger.ONE);
        anchor.createRun().getCTR().addNewCommentReference().setId(BigInteger.ONE);
    }

    private static void properties(POIXMLProperties properties, Document document) throws InvalidFormatException {
        properties.getCoreProperties().setCreator(document.author());
        properties.getCoreProperties().setTitle(document.title());
        properties.getCoreProperties().setCreated(FIXED_TIME);
        properties.getCoreProperties().setModified(FIXED_TIME);
        properties.getExtendedProperties().setApplication("Microsoft Office Word");
        properties.getExtendedProperties().setPages(document.pages().size());
    }
}
