package org.safepassage.redact.renditions.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.safepassage.redact.renditions.RedactedDocument;
import org.safepassage.redact.renditions.RedactedDocument.Section;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class DocumentXhtmlTest {
    @Test
    void pagesAttachmentsParagraphsTablesAndLanguagesAreMarked() {
        // Given
        var document = document(
                new Section(0, 1, "be", "Паказанні сведкі\n\nЯ, [імя], быў там.\nМяне білі.\n"),
                new Section(0, 2, "be", "Дата\tШто\nжнівень 2020\tАгляд\n\nКанец."),
                new Section(1, 0, "en", "5 < 7 & \"so\"\u0007"));

        // Then
        assertThat(DocumentXhtml.of(document)).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE html>
                <html xmlns="http://www.w3.org/1999/xhtml" lang="be" xml:lang="be">
                <head><meta charset="UTF-8"/><title>Redacted document</title><style>p, td { white-space: pre-line; }</style></head>
                <body>
                <section lang="be" xml:lang="be">
                <h2>page 1</h2>
                <p>Паказанні сведкі</p>
                <p>Я, [імя], быў там.
                Мяне білі.</p>
                </section>
                <section lang="be" xml:lang="be">
                <h2>page 2</h2>
                <table>
                <tr>
                <td>Дата</td>
                <td>Што</td>
                </tr>
                <tr>
                <td>жнівень 2020</td>
                <td>Агляд</td>
                </tr>
                </table>
                <p>Канец.</p>
                </section>
                <h1>attachment 1</h1>
                <section lang="en" xml:lang="en">
                <p>5 &lt; 7 &amp; "so"\uFFFD</p>
                </section>
                </body></html>
                """);
    }

    @Test
    void aLanguageThatIsNoneIsNotWritten() {
        // Then
        assertThat(DocumentXhtml.of(document(new Section(0, 0, "be\" onload=\"x", "Тэкст"))))
                .contains("<section lang=\"\" xml:lang=\"\">")
                .doesNotContain("onload");
    }

    @Property
    void anyTextIsWellFormedAndKeepsItsWords(@ForAll String text) throws Exception {
        // When
        String markup = DocumentXhtml.of(document(new Section(0, 0, "und", text)));

        // Then
        String read = parsed(markup).getElementsByTagName("body").item(0).getTextContent();
        assertThat(withoutSpace(read)).isEqualTo(withoutSpace(asXmlTells(text)));
    }

    /// What XML 1.0 has no character for is U+FFFD.
    private static String asXmlTells(String text) {
        var told = new StringBuilder();
        text.codePoints().map(c -> isCharacter(c) ? c : 0xFFFD).forEach(told::appendCodePoint);
        return told.toString();
    }

    private static boolean isCharacter(int c) {
        boolean control = c < ' ' && "\t\n\r".indexOf(c) < 0;
        return !control && c != 0xFFFE && c != 0xFFFF && Character.getType(c) != Character.SURROGATE;
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("[\t\n\r ]", "");
    }

    private static Document parsed(String markup) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(markup)));
    }

    private static RedactedDocument document(Section... sections) {
        return new RedactedDocument(List.of(sections), List.of());
    }
}
