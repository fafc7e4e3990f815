package org.safepassage.rehearsal.sample.documents;

import static org.safepassage.rehearsal.sample.documents.Markup.escaped;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import org.safepassage.rehearsal.sample.documents.Document.Page;
import org.safepassage.rehearsal.sample.documents.Document.Paragraph;

/// Writes OpenDocument text (OASIS ODF 1.2): page breaks before pages, a header, an annotation, author, title and the
/// number of pages.
final class OdtFile {
    private static final String TYPE = "application/vnd.oasis.opendocument.text";
    private static final String NAMESPACES = """
             xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
            xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
            xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" \
            xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" \
            xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2\"""";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private OdtFile() {}

    static byte[] write(Document document) {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("mimetype", bytes(TYPE));
        entries.put("content.xml", bytes(content(document)));
        entries.put("styles.xml", bytes(styles(document)));
        entries.put("meta.xml", bytes(meta(document)));
        entries.put("META-INF/manifest.xml", bytes(manifest()));
        return FixedZip.of(entries);
    }

    private static String content(Document document) {
        var body = new StringBuilder();
        body.append("<text:p>")
                .append("<office:annotation><dc:creator>" + escaped(document.author()) + "</dc:creator><dc:date>"
                        + DocxFile.FIXED_TIME + "</dc:date><text:p>" + escaped(document.note())
                        + "</text:p></office:annotation></text:p>");
        boolean first = true;
        for (Page page : document.pages()) {
            boolean breaks = !first;
            for (Paragraph paragraph : page.paragraphs()) {
                String style = breaks ? "Break" : paragraph.heading() ? "Bold" : "Plain";
                body.append("<text:p text:style-name=\"" + style + "\">" + escaped(paragraph.text()) + "</text:p>");
                breaks = false;
            }
            first = false;
        }
        return HEAD + "<office:document-content" + NAMESPACES + "><office:automatic-styles>"
                + style("Plain", "", "")
                + style("Bold", "", "<style:text-properties fo:font-weight=\"bold\"/>")
                + style("Break", "<style:paragraph-properties fo:break-before=\"page\"/>", "")
                + "</office:automatic-styles><office:body><office:text>" + body
                + "</office:text></office:body></office:document-content>";
    }

    private static String style(String name, String paragraph, String text) {
        return "<style:style style:name=\"" + name + "\" style:family=\"paragraph\">" + paragraph + text
                + "</style:style>";
    }

    private static String styles(Document document) {
        return HEAD + "<office:document-styles" + NAMESPACES
                + "><office:automatic-styles><style:page-layout style:name=\"A4\"/></office:automatic-styles>"
                + "<office:master-styles><style:master-page style:name=\"Standard\" style:page-layout-name=\"A4\">"
                + "<style:header><text:p>" + escaped(document.header())
                + "</text:p></style:header></style:master-page></office:master-styles></office:document-styles>";
    }

    private static String meta(Document document) {
        return HEAD + "<office:document-meta" + NAMESPACES + "><office:meta><dc:title>" + escaped(document.title())
                + "</dc:title><meta:initial-creator>" + escaped(document.author())
                + "</meta:initial-creator><dc:creator>"
                + escaped(document.author()) + "</dc:creator><meta:creation-date>" + DocxFile.FIXED_TIME
                + "</meta:creation-date><meta:document-statistic meta:page-count=\""
                + document.pages().size() + "\"/></office:meta></office:document-meta>";
    }

    private static String manifest() {
        var entries = new StringBuilder();
        for (String part : new String[] {"content.xml", "styles.xml", "meta.xml"}) {
            entries.append(
                    "<manifest:file-entry manifest:full-path=\"" + part + "\" manifest:media-type=\"text/xml\"/>");
        }
        return HEAD + "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">"
                + "<manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"" + TYPE + "\"/>" + entries
                + "</manifest:manifest>";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
