package org.safepassage.hub.leaks;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.safepassage.redact.renditions.RedactedDocument;
import org.safepassage.redact.renditions.markup.DocumentXhtml;

/// Plain text, structured text and mail, each in its encodings.
final class TextCarriers {
    private TextCarriers() {}

    static List<Carrier> all() {
        return List.of(
                new Carrier("plain text", "a.txt", words -> utf8("Там быў " + words + " і лекар.\n")),
                new Carrier(
                        "UTF-16 with a mark",
                        "a.txt",
                        words -> ("Там быў " + words + " і лекар.\n").getBytes(StandardCharsets.UTF_16)),
                new Carrier(
                        "UTF-16LE without a mark",
                        "a.txt",
                        words -> ("Там быў " + words + " і лекар.\n").getBytes(StandardCharsets.UTF_16LE)),
                new Carrier(
                        "windows-1251",
                        "a.txt",
                        words -> ("Там быў " + words + " і лекар, які агледзеў яго.\n")
                                .getBytes(Charset.forName("windows-1251"))),
                new Carrier(
                        "KOI8-R",
                        "a.txt",
                        words -> ("Там был " + words + " и врач, который осмотрел его.\n")
                                .replace('ў', 'у')
                                .replace('і', 'и')
                                .getBytes(Charset.forName("KOI8-R"))),
                new Carrier("JSON", "a.json", words -> utf8("{\"note\":\"" + words + "\"}")),
                new Carrier("name of a JSON member", "a.json", words -> utf8("{\"" + words + "\":1}")),
                new Carrier("JSON escapes", "a.json", words -> utf8("{\"note\":\"" + each(words, "\\u%04x") + "\"}")),
                new Carrier("base64 in JSON", "a.json", words -> utf8("{\"note\":\"" + base64(words) + "\"}")),
                new Carrier("XHTML text", "a.xhtml", words -> xhtml("<p>" + words + "</p>")),
                new Carrier("XHTML, tags inside words", "a.xhtml", words -> xhtml("<p>" + parted(words) + "</p>")),
                new Carrier("our own XHTML", "x2.xhtml", words -> utf8(DocumentXhtml.of(own("Там быў " + words)))),
                new Carrier(
                        "our own XHTML, a word a line",
                        "x2.xhtml",
                        words -> utf8(DocumentXhtml.of(own("Там быў\n" + words.replace(' ', '\n'))))),
                new Carrier(
                        "our own XHTML, a word a cell",
                        "x2.xhtml",
                        words -> utf8(DocumentXhtml.of(own("Хто\t" + words.replace(' ', '\t'))))),
                new Carrier("XHTML attribute", "a.xhtml", words -> xhtml("<p title=\"" + words + "\">x</p>")),
                new Carrier("XHTML comment", "a.xhtml", words -> xhtml("<p>x</p><!-- " + words + " -->")),
                new Carrier(
                        "XHTML, not displayed",
                        "a.xhtml",
                        words -> xhtml("<p style=\"display:none\">" + words + "</p>")),
                new Carrier("decimal entities", "a.xhtml", words -> xhtml("<p>" + each(words, "&#%d;") + "</p>")),
                new Carrier("hexadecimal entities", "a.xhtml", words -> xhtml("<p>" + each(words, "&#x%x;") + "</p>")),
                new Carrier(
                        "percent-encoding",
                        "a.xhtml",
                        words -> xhtml("<a href=\"https://example.org/?q=" + bytes(words, "%") + "\">x</a>")),
                new Carrier(
                        "SVG",
                        "a.svg",
                        words -> utf8("<svg xmlns=\"http://www.w3.org/2000/svg\"><desc>" + words
                                + "</desc><text>x</text></svg>")),
                new Carrier("CSV", "a.csv", words -> utf8("id;note\n1;\"" + words + "\"\n")),
                new Carrier("mail, plain subject", "a.eml", words -> mail("Subject: " + words, "x")),
                new Carrier(
                        "mail, subject in base64",
                        "a.eml",
                        words -> mail("Subject: =?UTF-8?B?" + base64(words) + "?=", "x")),
                new Carrier(
                        "mail, subject in quoted-printable",
                        "a.eml",
                        words -> mail("Subject: =?UTF-8?Q?" + bytes(words, "=") + "?=", "x")),
                new Carrier(
                        "mail, sender's name in base64 of windows-1251",
                        "a.eml",
                        words -> mail(
                                "From: =?windows-1251?B?"
                                        + Base64.getEncoder()
                                                .encodeToString(words.getBytes(Charset.forName("windows-1251")))
                                        + "?=",
                                "x")),
                new Carrier(
                        "mail, quoted-printable body",
                        "a.eml",
                        words -> mail(
                                "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable",
                                bytes(words, "=").replaceAll("(.{60})", "$1=\r\n"))),
                new Carrier(
                        "mail, quoted-printable body in KOI8-R",
                        "a.eml",
                        words -> mail(
                                "Content-Type: text/plain; charset=koi8-r\r\nContent-Transfer-Encoding: quoted-printable",
                                bytes(
                                        words.replace('ў', 'у')
                                                .replace('і', 'и')
                                                .getBytes(Charset.forName("KOI8-R")),
                                        "="))),
                new Carrier(
                        "mail, base64 body",
                        "a.eml",
                        words -> mail(
                                "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64",
                                base64("Там быў " + words))),
                new Carrier(
                        "mail, name of an attachment",
                        "a.eml",
                        words -> attached("=?UTF-8?B?" + base64(words + ".txt") + "?=", "eA==")),
                new Carrier("mail, attachment", "a.eml", words -> attached("a.txt", base64("Там быў " + words))),
                new Carrier(
                        "mail, attached archive",
                        "a.eml",
                        words -> attached(
                                "a.zip", Base64.getEncoder().encodeToString(Archives.zip("a.txt", utf8(words))))));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static RedactedDocument own(String text) {
        return new RedactedDocument(List.of(new RedactedDocument.Section(0, 0, "be", text)), List.of());
    }

    private static byte[] xhtml(String body) {
        return utf8("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"><head>"
                + "<title>t</title></head><body>" + body + "</body></html>\n");
    }

    private static byte[] mail(String header, String body) {
        // No address and no day, which the policy would not keep: the planted words alone are to be found.
        String from = header.startsWith("From:") ? "" : "From: office\r\n";
        return utf8(from + "To: desk\r\n" + header + "\r\nMIME-Version: 1.0\r\n\r\n" + body + "\r\n");
    }

    private static byte[] attached(String name, String base64) {
        return mail(
                "Content-Type: multipart/mixed; boundary=\"bb\"",
                "--bb\r\nContent-Type: text/plain\r\n\r\nx\r\n--bb\r\nContent-Type: application/octet-stream; name=\""
                        + name + "\"\r\nContent-Transfer-Encoding: base64\r\n"
                        + "Content-Disposition: attachment; filename=\"" + name + "\"\r\n\r\n" + base64
                        + "\r\n--bb--");
    }

    private static String parted(String words) {
        int middle = words.length() / 2;
        return words.substring(0, middle) + "<b>" + words.charAt(middle) + "</b>" + words.substring(middle + 1);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(utf8(text));
    }

    private static String each(String text, String form) {
        var out = new StringBuilder();
        text.chars().forEach(c -> out.append(String.format(Locale.ROOT, form, c)));
        return out.toString();
    }

    private static String bytes(String text, String prefix) {
        return bytes(utf8(text), prefix);
    }

    private static String bytes(byte[] bytes, String prefix) {
        return HexFormat.of().withUpperCase().withPrefix(prefix).formatHex(bytes);
    }
}
