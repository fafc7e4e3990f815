package org.safepassage.redact.renditions.markup;

import java.io.StringWriter;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// One XHTML page while it is written: HTML in the syntax of XML 1.0, without script, link or address, so that opening
/// it asks nobody for anything. Lines of a paragraph are divided by line feeds, which the one rule of style shows: a
/// tag
/// there would stand in the midst of names. The XML writer of the JDK escapes what is markup; characters that XML 1.0
/// does
/// not have (2.2 Characters) become U+FFFD, and carriage returns go. For one page and one thread.
final class XhtmlPage {
    private static final String NAMESPACE = "http://www.w3.org/1999/xhtml";
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

    private final StringWriter out = new StringWriter();
    private final XMLStreamWriter xml;
    private int open;

    /// Begins the page.
    ///
    /// @param title our own words
    /// @param language BCP 47 tag, `und` when unknown
    XhtmlPage(String title, String language) throws XMLStreamException {
        xml = FACTORY.createXMLStreamWriter(out);
        xml.writeStartDocument("UTF-8", "1.0");
        line();
        xml.writeDTD("<!DOCTYPE html>");
        line();
        xml.writeStartElement("html");
        xml.writeDefaultNamespace(NAMESPACE);
        language(language);
        line();
        xml.writeStartElement("head");
        xml.writeEmptyElement("meta");
        xml.writeAttribute("charset", "UTF-8");
        element("title", title);
        element("style", "p, td { white-space: pre-line; }");
        xml.writeEndElement();
        line();
        xml.writeStartElement("body");
        line();
    }

    /// Begins an element that holds others, in the language of what is around it.
    void begin(String element) throws XMLStreamException {
        xml.writeStartElement(element);
        line();
        open++;
    }

    /// Begins an element that holds others.
    ///
    /// @param language BCP 47 tag; `und` takes back what is said of the language around it
    void begin(String element, String language) throws XMLStreamException {
        xml.writeStartElement(element);
        language(language);
        line();
        open++;
    }

    /// Ends the last that began.
    void end() throws XMLStreamException {
        xml.writeEndElement();
        line();
        open--;
    }

    /// A heading, or another element that holds words alone.
    void words(String element, String words) throws XMLStreamException {
        element(element, words);
        line();
    }

    /// A row of a table.
    ///
    /// @param between white space behind each cell: without its tags a row would else be one word
    void row(String cell, Iterable<String> cells, String between) throws XMLStreamException {
        xml.writeStartElement("tr");
        line();
        for (String words : cells) {
            element(cell, words);
            xml.writeCharacters(between);
        }
        xml.writeEndElement();
        line();
    }

    /// A text in several lines as one paragraph.
    void paragraph(Iterable<String> lines) throws XMLStreamException {
        xml.writeStartElement("p");
        characters(String.join("\n", lines));
        xml.writeEndElement();
        line();
    }

    /// The whole page, which is ended by it.
    String finished() throws XMLStreamException {
        if (open != 0) {
            throw new IllegalStateException("an element was not ended");
        }
        xml.writeEndDocument();
        xml.close();
        return out + "\n";
    }

    private void element(String element, String words) throws XMLStreamException {
        xml.writeStartElement(element);
        characters(words);
        xml.writeEndElement();
    }

    private void language(String language) throws XMLStreamException {
        boolean known = LANGUAGE.matcher(language).matches() && !language.equals("und");
        xml.writeAttribute("lang", known ? language : "");
        xml.writeAttribute("xml:lang", known ? language : "");
    }

    private void characters(String words) throws XMLStreamException {
        var allowed = new StringBuilder(words.length());
        words.codePoints()
                .filter(c -> c != '\r')
                .map(c -> isAllowed(c) ? c : 0xFFFD)
                .forEach(allowed::appendCodePoint);
        xml.writeCharacters(allowed.toString());
    }

    private static boolean isAllowed(int c) {
        return c == '\t' || c == '\n' || (c >= ' ' && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c > 0xFFFF;
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n");
    }
}
