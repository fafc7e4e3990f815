package org.safepassage.redact.renditions;

import java.util.ArrayList;
import java.util.List;
import org.safepassage.redact.Allowance;
import org.safepassage.redact.RedactedText;
import org.safepassage.redact.Redaction;
import org.safepassage.redact.TextRedactor;
import org.safepassage.schemas.Mention;

/// A document as plain redacted text: pages under `--- page 3 ---`, embedded documents under `=== attachment 2 ===`
/// without their names, control and direction characters dropped. Stateless and safe to share.
public final class TextRendition {
    private final TextRedactor redactor = new TextRedactor();

    /// A rendition maker.
    public TextRendition() {}

    /// The whole document, its own text first, then what is embedded in it.
    ///
    /// @param where exhibit id for the report
    public RedactedText render(List<DocumentPart> parts, Allowance allowance, String where) {
        var out = new StringBuilder();
        var redactions = new ArrayList<Redaction>();
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                out.append("\n=== attachment ").append(i).append(" ===\n");
            }
            append(parts.get(i), allowance, i == 0 ? where : where + " attachment " + i, out, redactions);
        }
        return new RedactedText(printable(out.toString()), redactions);
    }

    private void append(
            DocumentPart part, Allowance allowance, String where, StringBuilder out, List<Redaction> redactions) {
        List<Page> pages = Pages.of(part);
        for (Page page : pages) {
            if (pages.size() > 1) {
                out.append("\n--- page ").append(page.number()).append(" ---\n");
            }
            String place = pages.size() > 1 ? where + " page " + page.number() : where;
            RedactedText redacted = redactor.redact(page.text(), part.language(), place, page.mentions(), allowance);
            out.append(redacted.text());
            redactions.addAll(redacted.redactions());
        }
    }

    /// Drops what a reader cannot see and a searcher may stumble over, and ends with a line feed.
    private static String printable(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == '\f' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029 ? '\n' : c)
                .filter(c -> c == '\n' || c == '\t' || !hidden(c))
                .forEach(out::appendCodePoint);
        return out.toString().stripTrailing() + "\n";
    }

    private static boolean hidden(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
    }

    /// One page with the mentions on it, in offsets of its own text.
    record Page(int number, String text, List<Mention> mentions) {}
}
