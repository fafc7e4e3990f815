package org.safepassage.redact.renditions;

import java.util.List;
import org.safepassage.redact.Redaction;

/// A document after redaction: its pages, then those of what is embedded in it, and what was done to them.
///
/// @param sections in order
/// @param redactions in order of place; kept mentions are not among them
public record RedactedDocument(List<Section> sections, List<Redaction> redactions) {
    public RedactedDocument {
        sections = List.copyOf(sections);
        redactions = List.copyOf(redactions);
    }

    /// A page, or a text that has none.
    ///
    /// @param attachment 0 for the document itself, otherwise counted from 1 over all that is embedded at any depth
    /// @param page counts from 1; 0 where the text is not divided into pages
    /// @param language BCP 47 tag, `und` when unknown
    /// @param text what may leave, subject to the exit check; its only control characters are line feeds and tabs
    public record Section(int attachment, int page, String language, String text) {
        @Override
        public String toString() {
            return "Section[" + attachment + ", " + page + "]";
        }
    }

    /// All of it as plain text: pages under `--- page 3 ---`, embedded documents under `=== attachment 2 ===`.
    /// Ends with a line feed.
    public String text() {
        var out = new StringBuilder();
        int attachment = 0;
        for (Section section : sections) {
            if (section.attachment() != attachment) {
                attachment = section.attachment();
                out.append("\n=== attachment ").append(attachment).append(" ===\n");
            }
            if (section.page() > 0) {
                out.append("\n--- page ").append(section.page()).append(" ---\n");
            }
            out.append(section.text());
        }
        return out.toString().stripTrailing() + "\n";
    }

    @Override
    public String toString() {
        return "RedactedDocument[" + sections.size() + " sections]";
    }
}
