package org.safepassage.rehearsal.audit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Encodings that hide text in letters: base64 (both alphabets, over several lines or one), quoted-printable (RFC
/// 2045),
/// percent (RFC 3986), hexadecimal, HTML's and JSON's character references. Pure functions.
final class Encodings {
    private static final Pattern BASE64_LINES =
            Pattern.compile("[A-Za-z0-9+/_-]{8,}+(?:\\r?+\\n[ \\t]*+[A-Za-z0-9+/_-]{2,}+)*+");
    private static final Pattern QUOTED = Pattern.compile("=[0-9A-Fa-f]{2}");
    private static final Pattern QUOTED_BREAK = Pattern.compile("=[ \\t]*\\r?\\n");
    private static final Pattern PERCENT = Pattern.compile("%[0-9A-Fa-f]{2}");
    private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2}\\s?+){6,}+");
    private static final Pattern REFERENCE = Pattern.compile("&#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}));");
    private static final Pattern ESCAPE = Pattern.compile("\\\\u\\{?([0-9A-Fa-f]{4})\\}?");

    private Encodings() {}

    /// Gives each decoding that applies, with its name.
    static void decode(byte[] bytes, BiConsumer<String, byte[]> found) {
        // One character a byte, so that the encodings' letters are found in bytes of any kind.
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        BASE64_LINES.matcher(text).results().forEach(run -> {
            base64(run.group(), found);
            run.group()
                    .lines()
                    .filter(line -> line.length() != run.group().length())
                    .forEach(line -> base64(line, found));
        });
        HEX.matcher(text)
                .results()
                .map(run -> run.group().replaceAll("\\s", ""))
                .forEach(run -> found.accept("hex", HexFormat.of().parseHex(run)));
        if (QUOTED.matcher(text).find()) {
            found.accept("quoted-printable", bytesOf(QUOTED_BREAK.matcher(text).replaceAll(""), QUOTED));
        }
        if (PERCENT.matcher(text).find()) {
            found.accept("percent", bytesOf(text, PERCENT));
        }
        var utf8 = new String(bytes, StandardCharsets.UTF_8);
        if (REFERENCE.matcher(utf8).find()) {
            found.accept("reference", characters(utf8, REFERENCE));
        }
        if (ESCAPE.matcher(utf8).find()) {
            found.accept("escape", characters(utf8, ESCAPE));
        }
    }

    private static void base64(String run, BiConsumer<String, byte[]> found) {
        var letters = run.replaceAll("\\s", "").replace('-', '+').replace('_', '/');
        int whole = letters.length() - letters.length() % 4;
        int rest = letters.length() % 4 == 1 ? 0 : letters.length() % 4;
        if (whole + rest >= 8) {
            found.accept("base64", Base64.getDecoder().decode(letters.substring(0, whole + rest)));
        }
    }

    private static byte[] bytesOf(String text, Pattern escape) {
        var bytes = new ByteArrayOutputStream(text.length());
        int done = 0;
        for (var match : (Iterable<MatchResult>) escape.matcher(text).results()::iterator) {
            bytes.writeBytes(text.substring(done, match.start()).getBytes(StandardCharsets.ISO_8859_1));
            bytes.write(Integer.parseInt(match.group().substring(1), 16));
            done = match.end();
        }
        bytes.writeBytes(text.substring(done).getBytes(StandardCharsets.ISO_8859_1));
        return bytes.toByteArray();
    }

    private static byte[] characters(String text, Pattern reference) {
        return reference
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(character(match)))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String character(MatchResult match) {
        boolean decimal = match.groupCount() == 2 && match.group(2) != null;
        int point = decimal ? Integer.parseInt(match.group(2)) : Integer.parseInt(match.group(1), 16);
        if (match.groupCount() == 1) {
            // A half of a surrogate pair, which its other half completes.
            return String.valueOf((char) point);
        }
        return Character.isValidCodePoint(point) ? Character.toString(point) : "";
    }
}
