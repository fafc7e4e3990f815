package org.safepassage.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Small invented documents in the common formats, over which a worker runs while its JVM records what it needs.
final class SampleDocuments {
    private static final String SAID = "Мяне затрымалі каля дома. Меня задержали у дома. They took me near my house.";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// One document.
    ///
    /// @param name its file name
    /// @param bytes its content
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Sample(String name, byte[] bytes) {}

    private SampleDocuments() {}

    static List<Sample> all() {
        byte[] docx = docx();
        return List.of(
                new Sample("a.txt", SAID.getBytes(Charset.forName("windows-1251"))),
                new Sample(
                        "a.html", utf8("<html><head><title>T</title></head><body><p>" + SAID + "</p></body></html>")),
                new Sample("a.rtf", utf8("{\\rtf1\\ansi\\ansicpg1251\\pard {\\b They took me} near my house.\\par}")),
                new Sample("a.eml", mail()),
                new Sample("a.pdf", pdf()),
                new Sample("a.docx", docx),
                new Sample("a.xlsx", xlsx()),
                new Sample("a.odt", odt()),
                new Sample("a.zip", zip(Map.of("folder/a.docx", docx, "b.txt", utf8(SAID)))));
    }

    private static byte[] mail() {
        return utf8(
                "From: a@example.org\r\nTo: b@example.org\r\nSubject: sample\r\nMIME-Version: 1.0\r\n"
                        + "Content-Type: multipart/mixed; boundary=\"x\"\r\n\r\n--x\r\n"
                        + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + SAID + "\r\n--x\r\n"
                        + "Content-Type: text/plain\r\nContent-Disposition: attachment; filename=\"n.txt\"\r\n\r\nnote\r\n--x--\r\n");
    }

    /// Without a table of offsets: readers of PDF rebuild it.
    private static byte[] pdf() {
        String drawn = "BT /F 12 Tf 72 720 Td (They took me near my house.) Tj ET";
        return utf8("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
                + "/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n"
                + "4 0 obj<</Length " + drawn.length() + ">>stream\n" + drawn + "\nendstream endobj\n"
                + "trailer<</Root 1 0 R>>\n%%EOF\n");
    }

    private static byte[] docx() {
        String word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                types(
                        "word/document.xml",
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"));
        parts.put("_rels/.rels", start("word/document.xml"));
        parts.put(
                "word/document.xml",
                utf8(XML + "<w:document xmlns:w=\"" + word + "\"><w:body><w:p><w:r><w:t>" + SAID
                        + "</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
                        + "</w:body></w:document>"));
        return zip(parts);
    }

    private static byte[] xlsx() {
        String sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                utf8(
                        XML + "<Types xmlns=\"" + PACKAGE + "content-types\">"
                                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                                + "<Override PartName=\"/xl/s1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>"));
        parts.put("_rels/.rels", start("xl/workbook.xml"));
        parts.put(
                "xl/workbook.xml",
                utf8(XML + "<workbook xmlns=\"" + sheet + "\" xmlns:r=\"" + OFFICE
                        + "\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                utf8(XML + "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"r1\" Type=\""
                        + OFFICE + "/worksheet\" Target=\"s1.xml\"/></Relationships>"));
        parts.put(
                "xl/s1.xml",
                utf8(XML + "<worksheet xmlns=\"" + sheet
                        + "\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + SAID
                        + "</t></is></c></row></sheetData></worksheet>"));
        return zip(parts);
    }

    private static byte[] odt() {
        String names = "urn:oasis:names:tc:opendocument:xmlns:";
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("mimetype", utf8("application/vnd.oasis.opendocument.text"));
        parts.put(
                "content.xml",
                utf8(XML + "<office:document-content xmlns:office=\"" + names + "office:1.0\" xmlns:text=\"" + names
                        + "text:1.0\"><office:body><office:text><text:p>" + SAID
                        + "</text:p></office:text></office:body></office:document-content>"));
        return zip(parts);
    }

    private static byte[] types(String part, String type) {
        return utf8(XML + "<Types xmlns=\"" + PACKAGE + "content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Override PartName=\"/" + part + "\" ContentType=\"" + type + "\"/></Types>");
    }

    private static byte[] start(String part) {
        return utf8(XML + "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"r1\" Type=\""
                + OFFICE + "/officeDocument\" Target=\"" + part + "\"/></Relationships>");
    }

    private static byte[] zip(Map<String, byte[]> members) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
