package org.safepassage.connectors.mail;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;

/// What header fields say in words: encoded words (RFC 2047) and file names, also in the forms of RFC 2231.
final class FieldWords {
    private FieldWords() {}

    /// A field's text; what cannot be decoded stays as it is.
    static String text(Field field) {
        String body = field.getBody() == null ? "" : field.getBody();
        try {
            return DecoderUtil.decodeEncodedWords(body.replaceAll("\\r?\\n", ""), DecodeMonitor.SILENT)
                    .strip();
        } catch (RuntimeException undecodable) {
            return body.strip();
        }
    }

    /// A parameter of a field, such as the file name; empty when there is none.
    static Optional<String> parameter(Field field, String name) {
        RawBody parsed = RawFieldParser.DEFAULT.parseRawBody(new RawField(field.getName(), field.getBody()));
        var pieces = new TreeMap<Integer, String>();
        boolean extended = false;
        for (NameValuePair pair : parsed.getParams()) {
            String key = pair.getName().toLowerCase(Locale.ROOT);
            String value = pair.getValue() == null ? "" : pair.getValue();
            if (key.equals(name)) {
                if (pieces.isEmpty()) {
                    pieces.put(0, DecoderUtil.decodeEncodedWords(value, DecodeMonitor.SILENT));
                }
            } else if (key.matches(java.util.regex.Pattern.quote(name) + "(\\*[0-9]{1,3})?\\*?")) {
                if (!extended) pieces.clear();
                extended = true;
                String number = key.replaceAll("[^0-9]", "");
                pieces.put(number.isEmpty() ? 0 : Integer.parseInt(number), value);
            }
        }
        String joined = String.join("", pieces.values());
        if (joined.isBlank()) return Optional.empty();
        return Optional.of(extended ? percentDecoded(joined) : joined);
    }

    private static String percentDecoded(String value) {
        String[] parts = value.split("'", 3);
        if (parts.length < 3) return value;
        Charset charset = StandardCharsets.UTF_8;
        try {
            charset = Charset.forName(parts[0]);
        } catch (IllegalArgumentException unknown) {
            charset = StandardCharsets.UTF_8;
        }
        try {
            return java.net.URLDecoder.decode(parts[2].replace("+", "%2B"), charset);
        } catch (IllegalArgumentException undecodable) {
            return parts[2];
        }
    }
}
