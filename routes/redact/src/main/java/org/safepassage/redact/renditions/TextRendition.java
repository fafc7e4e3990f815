package org.safepassage.redact.renditions;

import java.util.ArrayList;
import java.util.List;
import org.safepassage.redact.Allowance;
import org.safepassage.redact.RedactedText;
import org.safepassage.redact.Redaction;
import org.safepassage.redact.TextRedactor;
import org.safepassage.schemas.Mention;

/// Redacts a document page by page, embedded documents without their names, and drops control and direction
/// characters: what plain text, PDF and XHTML are made of. Stateless and safe to share.
public final class TextRendition {
    private final TextRedactor redactor = new TextRedactor();

    /// A rendition maker.
    public TextRendition() {}

    /// The whole document, its own text first, then what is embedded in it.
    ///
    /// @param where exhibit id for the report
    public RedactedDocument render(List<DocumentPart> parts, Allowance allowance, String where) {
        var sections = new ArrayList<RedactedDocument.Section>();
        var redactions = new ArrayList<Redaction>();
        for (int i = 0; i < parts.size(); i++) {
            DocumentPart part = parts.get(i);
            List<Page> pages = Pages.of(part);
            if (pages.isEmpty()) {
                sections.add(new RedactedDocument.Section(i, 0, part.language(), ""));
            }
            for (Page page : pages) {
                int number = pages.size() > 1 ? page.number() : 0;
                RedactedText redacted = redactor.redact(
                        page.text(), part.language(), place(where, i, number), page.mentions(), allowance);
                sections.add(new RedactedDocument.Section(i, number, part.language(), printable(redacted.text())));
                redactions.addAll(redacted.redactions());
            }
        }
        return new RedactedDocument(sections, redactions);
    }

    private static String place(String where, int attachment, int page) {
        String document = attachment == 0 ? where : where + " attachment " + attachment;
        return page == 0 ? document : document + " page " + page;
    }

    /// Drops what a reader cannot see and a searcher may stumble over.
    private static String printable(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == '\f' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029 ? '\n' : c)
                .filter(c -> c == '\n' || c == '\t' || !hidden(c))
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    private static boolean hidden(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
    }

    /// One page with the mentions on it, in offsets of its own text.
    record Page(int number, String text, List<Mention> mentions) {}
}
