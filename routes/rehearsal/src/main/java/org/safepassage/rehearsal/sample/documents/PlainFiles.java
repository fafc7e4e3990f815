package org.safepassage.rehearsal.sample.documents;

import static org.safepassage.rehearsal.sample.documents.Markup.escaped;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.safepassage.rehearsal.sample.documents.Document.Page;
import org.safepassage.rehearsal.sample.documents.Document.Paragraph;

/// Writes what has no pages of its own: plain text in an old or new encoding, and a web page.
final class PlainFiles {
    private PlainFiles() {}

    /// Plain text with the line ends of Windows.
    ///
    /// @throws IllegalArgumentException when the encoding lacks a letter of the text
    static byte[] text(Document document, Charset charset) {
        String text = document.text().replace("\n", "\r\n\r\n") + "\r\n";
        if (!charset.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("the text has letters that " + charset + " lacks");
        }
        return text.getBytes(charset);
    }

    /// A page as a messenger or a site saves it, with a forgotten comment in its source.
    static byte[] html(Document document) {
        var body = new StringBuilder();
        for (Page page : document.pages()) {
            for (Paragraph paragraph : page.paragraphs()) {
                String tag = paragraph.heading() ? "h2" : "p";
                body.append("<" + tag + ">" + escaped(paragraph.text()) + "</" + tag + ">\n");
            }
        }
        return ("<!DOCTYPE html>\n<html lang=\"" + document.language().tag() + "\">\n<head>\n<meta charset=\"utf-8\">\n"
                        + "<title>" + escaped(document.title()) + "</title>\n<meta name=\"author\" content=\""
                        + escaped(document.author()) + "\">\n</head>\n<body>\n<header>" + escaped(document.header())
                        + "</header>\n" + body + "<!-- " + escaped(document.note()) + " -->\n</body>\n</html>\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
