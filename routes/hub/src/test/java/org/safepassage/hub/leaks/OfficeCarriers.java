package org.safepassage.hub.leaks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/// Word, OpenDocument, spreadsheets and RTF, with what a reader of the page does not see.
final class OfficeCarriers {
    private OfficeCarriers() {}

    @FunctionalInterface
    private interface WordPlanting {
        void into(XWPFDocument document, String words);
    }

    @FunctionalInterface
    private interface SheetPlanting {
        void into(XSSFWorkbook book, String words);
    }

    static List<Carrier> all() {
        return List.of(
                word(
                        "DOCX body",
                        (document, words) ->
                                document.createParagraph().createRun().setText(words)),
                word("DOCX, words in pieces", OfficeCarriers::pieces),
                word("DOCX hidden text", (document, words) -> {
                    var run = document.createParagraph().createRun();
                    run.setText(words);
                    run.setVanish(true);
                }),
                word(
                        "DOCX header",
                        (document, words) -> document.createHeader(HeaderFooterType.DEFAULT)
                                .createParagraph()
                                .createRun()
                                .setText(words)),
                word(
                        "DOCX footnote",
                        (document, words) -> document.createFootnote()
                                .createParagraph()
                                .createRun()
                                .setText(words)),
                word(
                        "DOCX comment",
                        (document, words) -> document.createComments()
                                .createComment(BigInteger.ONE)
                                .createParagraph()
                                .createRun()
                                .setText(words)),
                word(
                        "DOCX comment's author",
                        (document, words) -> document.createComments()
                                .createComment(BigInteger.ONE)
                                .setAuthor(words)),
                word("DOCX deleted text", OfficeCarriers::deleted),
                word("DOCX author of a change", OfficeCarriers::inserted),
                word(
                        "DOCX author",
                        (document, words) ->
                                document.getProperties().getCoreProperties().setCreator(words)),
                word(
                        "DOCX custom property",
                        (document, words) ->
                                document.getProperties().getCustomProperties().addProperty("Case", words)),
                odt("ODT body", "<text:p>{}</text:p>", ""),
                odt(
                        "ODT deleted text",
                        "<text:tracked-changes><text:changed-region text:id=\"c1\"><text:deletion>"
                                + "<text:p>{}</text:p></text:deletion></text:changed-region></text:tracked-changes>"
                                + "<text:p>x</text:p>",
                        ""),
                odt("ODT comment", "<text:p>x<office:annotation><text:p>{}</text:p></office:annotation></text:p>", ""),
                odt("ODT author", "<text:p>x</text:p>", "<meta:initial-creator>{}</meta:initial-creator>"),
                sheet(
                        "XLSX cell",
                        (book, words) ->
                                book.getSheetAt(0).createRow(1).createCell(1).setCellValue(words)),
                sheet("XLSX hidden sheet", (book, words) -> {
                    book.createSheet("second").createRow(0).createCell(0).setCellValue(words);
                    book.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
                }),
                sheet("XLSX hidden column", (book, words) -> {
                    book.getSheetAt(0).getRow(0).createCell(7).setCellValue(words);
                    book.getSheetAt(0).setColumnHidden(7, true);
                }),
                sheet("XLSX name of a sheet", (book, words) -> book.createSheet(words)),
                sheet("XLSX comment", OfficeCarriers::cellComment),
                sheet(
                        "XLSX formula",
                        (book, words) ->
                                book.getSheetAt(0).getRow(0).createCell(3).setCellFormula("\"" + words + "\"&\"\"")),
                new Carrier("RTF body", "a.rtf", words -> rtf("Там быў " + words, "")),
                new Carrier("RTF author", "a.rtf", words -> rtf("x", words)));
    }

    private static Carrier word(String name, WordPlanting planting) {
        return new Carrier(name, "a.docx", words -> {
            try (var document = new XWPFDocument()) {
                document.createParagraph().createRun().setText("Нататка пра агляд.");
                planting.into(document, words);
                var out = new ByteArrayOutputStream();
                document.write(out);
                return out.toByteArray();
            }
        });
    }

    /// As Word writes a paragraph that was corrected many times.
    private static void pieces(XWPFDocument document, String words) {
        var paragraph = document.createParagraph();
        words.codePoints().forEach(c -> paragraph.createRun().setText(Character.toString(c)));
    }

    private static void deleted(XWPFDocument document, String words) {
        var change = document.createParagraph().getCTP().addNewDel();
        change.setId(BigInteger.ONE);
        change.setAuthor("a");
        change.addNewR().addNewDelText().setStringValue(words);
    }

    private static void inserted(XWPFDocument document, String words) {
        var change = document.createParagraph().getCTP().addNewIns();
        change.setId(BigInteger.ONE);
        change.setAuthor(words);
        change.addNewR().addNewT().setStringValue("x");
    }

    private static Carrier sheet(String name, SheetPlanting planting) {
        return new Carrier(name, "a.xlsx", words -> {
            try (var book = new XSSFWorkbook()) {
                book.createSheet("first").createRow(0).createCell(0).setCellValue("Нататка");
                planting.into(book, words);
                var out = new ByteArrayOutputStream();
                book.write(out);
                return out.toByteArray();
            }
        });
    }

    private static void cellComment(XSSFWorkbook book, String words) {
        var sheet = book.getSheetAt(0);
        var anchor = book.getCreationHelper().createClientAnchor();
        var comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        comment.setString(book.getCreationHelper().createRichTextString(words));
        sheet.getRow(0).getCell(0).setCellComment(comment);
    }

    private static Carrier odt(String name, String body, String meta) {
        return new Carrier(name, "a.odt", words -> {
            var parts = new TreeMap<String, String>(Map.of(
                    "META-INF/manifest.xml",
                    "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">"
                            + "<manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"application/vnd.oasis.opendocument.text\"/>"
                            + "</manifest:manifest>",
                    "content.xml",
                    "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                            + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:text>"
                            + body.replace("{}", words) + "</office:text></office:body></office:document-content>",
                    "meta.xml",
                    "<office:document-meta xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                            + " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\"><office:meta>"
                            + meta.replace("{}", words) + "</office:meta></office:document-meta>"));
            return opened(parts);
        });
    }

    private static byte[] opened(Map<String, String> parts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            put(zip, "mimetype", "application/vnd.oasis.opendocument.text");
            for (Map.Entry<String, String> part : parts.entrySet()) {
                put(zip, part.getKey(), "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + part.getValue());
            }
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(TextCarriers.utf8(text));
        zip.closeEntry();
    }

    private static byte[] rtf(String text, String author) {
        return TextCarriers.utf8(
                "{\\rtf1\\ansi{\\info{\\author " + escaped(author) + "}}\\pard " + escaped(text) + "\\par}");
    }

    private static String escaped(String text) {
        var out = new StringBuilder();
        text.chars()
                .forEach(c -> out.append(c < 128 ? String.valueOf((char) c) : String.format(Locale.ROOT, "\\u%d?", c)));
        return out.toString();
    }
}
