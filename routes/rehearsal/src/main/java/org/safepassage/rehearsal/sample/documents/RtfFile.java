package org.safepassage.rehearsal.sample.documents;

import java.nio.charset.StandardCharsets;
import org.safepassage.rehearsal.sample.documents.Document.Page;
import org.safepassage.rehearsal.sample.documents.Document.Paragraph;

/// Writes Rich Text Format 1.9: letters beyond ASCII as escapes, pages parted by breaks, a header, author, title
/// and the number of pages.
final class RtfFile {
    private RtfFile() {}

    static byte[] write(Document document) {
        var rtf = new StringBuilder("{\\rtf1\\ansi\\ansicpg1251\\uc1\\deff0{\\fonttbl{\\f0\\fswiss Arial;}}\n");
        rtf.append("{\\info{\\title " + escaped(document.title()) + "}{\\author " + escaped(document.author())
                + "}{\\nofpages" + document.pages().size() + "}}\n");
        rtf.append("{\\header \\pard " + escaped(document.header()) + "\\par}\n");
        boolean first = true;
        for (Page page : document.pages()) {
            rtf.append(first ? "" : "\\page\n");
            first = false;
            for (Paragraph paragraph : page.paragraphs()) {
                rtf.append("\\pard" + (paragraph.heading() ? "\\b " : "\\b0 ") + escaped(paragraph.text()) + "\\par\n");
            }
        }
        return rtf.append("}").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '\\' || letter == '{' || letter == '}') {
                escaped.append('\\').append(letter);
            } else if (letter < 0x80) {
                escaped.append(letter);
            } else {
                escaped.append("\\u").append((int) (short) letter).append('?');
            }
        }
        return escaped.toString();
    }
}
