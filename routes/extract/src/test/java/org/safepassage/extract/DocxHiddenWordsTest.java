package org.safepassage.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.safepassage.schemas.Extraction;
import org.safepassage.schemas.Extraction.Status;

/// What a DOCX holds besides the words on its pages.
@Tag("slow")
final class DocxHiddenWordsTest {
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String WORD =
            " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\"";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    @RegisterExtension
    static final OnePool POOL = new OnePool();

    @Test
    void aCommentThatMarksNoWordsIsReadAndItsAuthorIsKnown() throws IOException {
        // Given
        byte[] docx = docx(
                "<w:p><w:r><w:t>shown</w:t></w:r><w:r><w:commentReference w:id=\"0\"/></w:r></w:p>",
                "<w:comment w:id=\"0\" w:author=\"Quillivane Sabrethorn\"><w:p><w:r><w:t>remark</w:t></w:r></w:p></w:comment>");

        // When
        Extraction read = POOL.read(docx, "a.docx");

        // Then
        assertThat(read.status()).isEqualTo(Status.OK);
        assertThat(read.text()).contains("shown", "remark");
        assertThat(read.metadata().get("docx:hidden")).containsExactly("Quillivane Sabrethorn");
    }

    @Test
    void deletedAndMovedWordsAreReadWithWhoChangedThem() throws IOException {
        // Given
        byte[] docx = docx(
                "<w:p><w:del w:id=\"1\" w:author=\"Editor One\"><w:r><w:delText>struck</w:delText></w:r></w:del>"
                        + "<w:moveFrom w:id=\"2\" w:author=\"Editor Two\"><w:r><w:t> moved</w:t></w:r></w:moveFrom></w:p>",
                "");

        // When
        Extraction read = POOL.read(docx, "a.docx");

        // Then
        assertThat(read.text()).contains("struck", "moved");
        assertThat(read.metadata().get("docx:hidden")).containsExactly("Editor One", "Editor Two");
    }

    @Test
    void wordsOnBothSidesOfAnAligningTabStayApart() throws IOException {
        // Given
        byte[] docx = docx(
                "<w:p><w:r><w:t>Sabrethorn</w:t><w:ptab w:relativeTo=\"margin\" w:alignment=\"right\" w:leader=\"none\"/>"
                        + "<w:t>page</w:t></w:r></w:p>",
                "");

        // When
        Extraction read = POOL.read(docx, "a.docx");

        // Then
        assertThat(read.text()).isEqualTo("Sabrethorn\tpage");
    }

    @Test
    void aHyphenThatDoesNotBreakIsAHyphen() throws IOException {
        // Given
        byte[] docx = docx("<w:p><w:r><w:t>Sabre</w:t><w:noBreakHyphen/><w:t>Thorn</w:t></w:r></w:p>", "");

        // When
        Extraction read = POOL.read(docx, "a.docx");

        // Then
        assertThat(read.text()).isEqualTo("Sabre-Thorn");
    }

    @Test
    void whatAPictureIsSaidToShowIsKnown() throws IOException {
        // Given
        byte[] docx = docx(
                "<w:p><w:r><w:t>shown</w:t><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"p\" descr=\"her left arm\"/>"
                        + "</wp:inline></w:drawing></w:r></w:p>",
                "");

        // When
        Extraction read = POOL.read(docx, "a.docx");

        // Then
        assertThat(read.text()).isEqualTo("shown");
        assertThat(read.metadata().get("docx:hidden")).containsExactly("her left arm");
    }

    @Test
    void aPartThatIsNamedAndMissingCostsNoWords() throws IOException {
        // Given
        byte[] docx = docx("<w:p><w:r><w:t>shown</w:t></w:r></w:p>", "", relation("header", "no-such-header.xml"));

        // When
        Extraction read = POOL.read(docx, "a.docx");

        // Then
        assertThat(read.status()).isEqualTo(Status.OK);
        assertThat(read.text()).isEqualTo("shown");
    }

    private static byte[] docx(String body, String comments) throws IOException {
        return docx(body, comments, relation("comments", "comments.xml"));
    }

    private static byte[] docx(String body, String comments, String relations) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            put(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\" ContentType=\""
                            + "application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Override PartName=\"/word/document.xml\" ContentType=\"" + TYPE
                            + "document.main+xml\"/>"
                            + "<Override PartName=\"/word/comments.xml\" ContentType=\"" + TYPE
                            + "comments+xml\"/></Types>");
            put(zip, "_rels/.rels", relation("officeDocument", "word/document.xml"));
            put(zip, "word/_rels/document.xml.rels", relations);
            put(zip, "word/document.xml", "<w:document" + WORD + "><w:body>" + body + "</w:body></w:document>");
            put(zip, "word/comments.xml", "<w:comments" + WORD + ">" + comments + "</w:comments>");
        }
        return bytes.toByteArray();
    }

    private static String relation(String type, String target) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"r1\" Type=\"" + OFFICE + type
                + "\" Target=\"" + target + "\"/></Relationships>";
    }

    private static void put(ZipOutputStream zip, String name, String markup) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((XML + markup).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
