package org.safepassage.connectors.plumbing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Makes paths from a partner's file names that a screen, a log of the partner's and a JSON document can bear. A name
/// is only a label in the hub, so an odd one is written in another way rather than refused: an exhibit is evidence.
///
/// One instance for one arrival, for one thread.
public final class ItemPaths {
    /// Longer paths are cut and numbered.
    public static final int LONGEST = 1_000;

    private final Set<String> used = new HashSet<>();

    /// A path that no other item of this arrival has, with every control, bidirectional-override and unpaired
    /// surrogate character written as `%XXXX`.
    public String safe(String path) {
        String written = shown(path);
        if (written.length() > LONGEST) {
            written = written.substring(0, LONGEST);
        }
        String unique = written;
        for (int number = 2; !used.add(unique); number++) {
            unique = written + "~" + number;
        }
        return unique;
    }

    /// The same without the promise to be unique.
    public static String shown(String path) {
        var written = new StringBuilder(path.length());
        path.codePoints().forEach(point -> {
            if (deceives(point)) {
                written.append('%').append(String.format(Locale.ROOT, "%04X", point));
            } else {
                written.appendCodePoint(point);
            }
        });
        return written.toString();
    }

    /// Whether two names are the same to a reader, however their accents are composed.
    public static String comparable(String path) {
        return Normalizer.normalize(path.replace('\\', '/'), Normalizer.Form.NFC);
    }

    /// Whether the path stays where it belongs: relative, no empty, `.` or `..` part, no drive letter.
    public static boolean stays(String path) {
        if (path.isEmpty() || path.startsWith("/") || path.matches("(?s)[A-Za-z]:.*")) {
            return false;
        }
        for (String part : path.replace('\\', '/').split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return false;
            }
        }
        return path.indexOf('\0') < 0;
    }

    /// File names as bytes to text: UTF-8, or the charset that partners with old systems use when it is not UTF-8.
    public static String decode(byte[] name, Charset otherwise) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(name))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(name, otherwise);
        }
    }

    private static boolean deceives(int point) {
        return Character.getType(point) == Character.CONTROL
                || Character.getType(point) == Character.SURROGATE
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069)
                || point == 0x2028
                || point == 0x2029;
    }
}
