package org.safepassage.evidence.custody;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/// The one spelling of a leaf: RFC 8785 for objects whose values are strings, such objects, and the integer 1.
/// Members stand in the order of their names' UTF-16 units, nothing stands between tokens, only what JSON demands is
/// escaped, and the text is UTF-8.
final class CanonicalJson {
    private static final char FIRST_UNESCAPED = ' ';

    private CanonicalJson() {}

    /// @param members values are String, Integer or such a map
    /// @throws IllegalArgumentException for another value, or a text that has no UTF-8 form
    static byte[] bytes(Map<String, ?> members) {
        StringBuilder text = new StringBuilder();
        object(members, text);
        try {
            ByteBuffer utf8 = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[utf8.remaining()];
            utf8.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a text holds half of a surrogate pair");
        }
    }

    private static void object(Map<?, ?> members, StringBuilder text) {
        Map<String, Object> sorted = new TreeMap<>();
        members.forEach((name, value) -> sorted.put((String) name, value));
        text.append('{');
        sorted.forEach((name, value) -> {
            if (text.charAt(text.length() - 1) != '{') {
                text.append(',');
            }
            string(name, text);
            text.append(':');
            value(value, text);
        });
        text.append('}');
    }

    private static void value(Object value, StringBuilder text) {
        switch (value) {
            case String string -> string(string, text);
            case Integer number -> text.append(number.intValue());
            case Map<?, ?> members -> object(members, text);
            default ->
                throw new IllegalArgumentException(
                        "no leaf holds a " + value.getClass().getSimpleName());
        }
    }

    private static void string(String string, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\f' -> text.append("\\f");
                case '\r' -> text.append("\\r");
                default -> {
                    if (c < FIRST_UNESCAPED) {
                        text.append(String.format("\\u%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
