package org.safepassage.redact.renditions.markup;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.safepassage.redact.renditions.RedactedDocument;
import org.safepassage.redact.renditions.RedactedDocument.Section;

/// A redacted document as XHTML: a section for each embedded document and for each page, paragraphs, tables, and the
/// language of each text. What goes in is redacted text and its languages; nothing else can come out. Equal documents
/// give equal texts. Stateless.
///
/// The media type is that of RFC 3236.
public final class DocumentXhtml {
    /// Of what this class writes, in UTF-8.
    public static final String MEDIA_TYPE = "application/xhtml+xml";

    private DocumentXhtml() {}

    /// The document as one page of markup.
    public static String of(RedactedDocument document) {
        List<Section> sections = document.sections();
        try {
            String language = sections.isEmpty() ? "und" : sections.getFirst().language();
            var page = new XhtmlPage("Redacted document", language);
            int attachment = 0;
            for (Section section : sections) {
                if (section.attachment() != attachment) {
                    attachment = section.attachment();
                    page.words("h1", "attachment " + attachment);
                }
                page.begin("section", section.language());
                if (section.page() > 0) {
                    page.words("h2", "page " + section.page());
                }
                Blocks.write(section.text(), page);
                page.end();
            }
            return page.finished();
        } catch (XMLStreamException impossible) {
            // All of it happens in memory.
            throw new IllegalStateException(impossible);
        }
    }
}
