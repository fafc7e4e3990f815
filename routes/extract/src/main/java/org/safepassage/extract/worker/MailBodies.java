package org.safepassage.extract.worker;

import java.util.List;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.jspecify.annotations.Nullable;
import org.safepassage.schemas.Extraction;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/// An Outlook message holds its words up to three times: as HTML, as RTF, as plain text. The first that can be read is
/// the message's own text; another one counts as embedded only when it says something else. Used by one thread.
final class MailBodies {
    private static final String OUTLOOK = "application/vnd.ms-outlook";

    private String said = "";

    /// The body's name, or null when the part is something else, such as an attachment.
    static @Nullable String nameOf(Metadata part, Metadata container) {
        String type = container.get(Metadata.CONTENT_TYPE);
        if (type == null || !type.startsWith(OUTLOOK)) {
            return null;
        }
        String name = part.get(TikaCoreProperties.RESOURCE_NAME_KEY);
        String told = name == null ? part.get(TikaCoreProperties.EMBEDDED_RELATIONSHIP_ID) : name;
        return told != null && told.matches("(html|rtf|text)-body") ? told : null;
    }

    /// Makes a body part of its message.
    ///
    /// @return false when it has to stand for itself
    boolean take(Extraction body, ContentHandler message, Metadata facts) throws SAXException {
        if (body.status() != Extraction.Status.OK) {
            return body.reason().equals("blank");
        }
        String letters = letters(body.text());
        if (said.isEmpty()) {
            String text = body.text();
            message.startElement("http://www.w3.org/1999/xhtml", "div", "div", new AttributesImpl());
            message.characters(text.toCharArray(), 0, text.length());
            message.endElement("http://www.w3.org/1999/xhtml", "div", "div");
            said = letters;
        } else if (!said.contains(letters)) {
            return false;
        }
        body.metadata()
                .getOrDefault(HiddenMarkup.KEY, List.of())
                .forEach(hidden -> facts.add(HiddenMarkup.KEY, hidden));
        return true;
    }

    private static String letters(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
