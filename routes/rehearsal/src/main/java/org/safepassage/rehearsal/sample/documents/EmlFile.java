package org.safepassage.rehearsal.sample.documents;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;

/// Writes mail as RFC 5322 with MIME parts (RFC 2045, 2047, 2231): a text part and one attachment, both in base64.
public final class EmlFile {
    private static final String BOUNDARY = "=_part_of_the_sample_0001";
    private static final String LINE = "\r\n";
    private static final int HOUR = 9;

    private EmlFile() {}

    /// The file's bytes.
    public static byte[] write(Letter letter) {
        String text = headers(letter)
                + "MIME-Version: 1.0" + LINE
                + "Content-Type: multipart/mixed; boundary=\"" + BOUNDARY + "\"" + LINE + LINE
                + "--" + BOUNDARY + LINE
                + "Content-Type: text/plain; charset=utf-8" + LINE
                + "Content-Transfer-Encoding: base64" + LINE + LINE
                + base64(letter.words().getBytes(StandardCharsets.UTF_8)) + LINE
                + "--" + BOUNDARY + LINE
                + "Content-Type: " + letter.attachmentType() + "; name=\"" + encoded(letter.attachmentName()) + "\""
                + LINE
                + "Content-Disposition: attachment; filename=\"" + encoded(letter.attachmentName()) + "\"" + LINE
                + "Content-Transfer-Encoding: base64" + LINE + LINE
                + base64(letter.attachment()) + LINE
                + "--" + BOUNDARY + "--" + LINE;
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// The head of the mail, as it is also kept in Outlook's files.
    static String headers(Letter letter) {
        String date = DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH)
                .format(letter.sent().atTime(HOUR, 0).atOffset(ZoneOffset.ofHours(3)));
        return "From: " + encoded(letter.from()) + " <" + letter.fromAddress() + ">" + LINE
                + "To: " + encoded(letter.to()) + " <" + letter.toAddress() + ">" + LINE
                + "Subject: " + encoded(letter.document().title()) + LINE
                + "Date: " + date + LINE
                + "Message-ID: <" + letter.sent().toEpochDay() + "."
                + letter.words().length() + "@mail.example>" + LINE;
    }

    /// Encoded words of no more than 75 letters each, folded.
    private static String encoded(String text) {
        if (text.chars().allMatch(letter -> letter < 0x80)) {
            return text;
        }
        var words = new StringBuilder();
        int[] points = text.codePoints().toArray();
        for (int from = 0; from < points.length; from += 18) {
            String piece = new String(points, from, Math.min(18, points.length - from));
            words.append(words.isEmpty() ? "" : LINE + " ")
                    .append("=?UTF-8?B?")
                    .append(Base64.getEncoder().encodeToString(piece.getBytes(StandardCharsets.UTF_8)))
                    .append("?=");
        }
        return words.toString();
    }

    private static String base64(byte[] bytes) {
        return Base64.getMimeEncoder(76, LINE.getBytes(StandardCharsets.US_ASCII))
                .encodeToString(bytes);
    }
}
