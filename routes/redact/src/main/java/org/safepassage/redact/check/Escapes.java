package org.safepassage.redact.check;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Undoes the ways in which formats write characters as others: backslashes, entities, percent signs,
/// quoted-printable, tags. What is no escape stays as it is; nothing ever fails.
final class Escapes {
    private static final Pattern BACKSLASH = Pattern.compile(
            "\\\\(?:u\\{([0-9a-fA-F]{1,6})}|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|([nrtbf])|([\"'/\\\\]))");
    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}));?");
    private static final Pattern TAG = Pattern.compile("<[/!?]?[A-Za-z][^<>]{0,2000}>");
    private static final String COMMENT = "<!--";
    private static final String COMMENT_END = "-->";
    private static final int LONGEST_COMMENT = 2_000;
    private static final Map<String, String> NAMED = named();

    private Escapes() {}

    static String backslashes(String text) {
        return BACKSLASH.matcher(text).replaceAll(found -> {
            for (int i = 1; i <= 4; i++) {
                if (found.group(i) != null) {
                    return Matcher.quoteReplacement(codePoint(Integer.parseUnsignedInt(found.group(i), 16)));
                }
            }
            String control = found.group(5);
            return Matcher.quoteReplacement(
                    control == null ? found.group(6) : control.equals("t") ? "\t" : control.equals("n") ? "\n" : " ");
        });
    }

    static String entities(String text) {
        return ENTITY.matcher(text).replaceAll(found -> {
            String replacement;
            if (found.group(1) != null) {
                replacement = codePoint(Integer.parseInt(found.group(1)));
            } else if (found.group(2) != null) {
                replacement = codePoint(Integer.parseInt(found.group(2), 16));
            } else {
                replacement = NAMED.getOrDefault(found.group(3), found.group());
            }
            return Matcher.quoteReplacement(replacement);
        });
    }

    /// Without tags; `instead` stands in the place of each.
    static String tags(String text, String instead) {
        var out = new StringBuilder(text.length());
        int done = 0;
        int begin = text.indexOf(COMMENT);
        int end = text.indexOf(COMMENT_END, begin + COMMENT.length());
        // An end is looked for once and not anew at every beginning, of which a hostile text has many.
        while (begin >= 0 && end >= 0) {
            int inside = begin + COMMENT.length();
            if (end < inside) {
                end = text.indexOf(COMMENT_END, inside);
            } else {
                if (end - inside <= LONGEST_COMMENT) {
                    untagged(text.substring(done, begin), instead, out);
                    out.append(instead);
                    done = end + COMMENT_END.length();
                }
                begin = text.indexOf(COMMENT, Math.max(done, inside));
            }
        }
        untagged(text.substring(done), instead, out);
        return out.toString();
    }

    private static void untagged(String text, String instead, StringBuilder out) {
        out.append(TAG.matcher(text).replaceAll(instead));
    }

    /// Whether two percent signs with hexadecimal digits stand in a row.
    static boolean hasPercents(String text) {
        int i = text.indexOf('%');
        while (i >= 0 && !(isEscape(text, i, '%') && isEscape(text, i + 3, '%'))) {
            i = text.indexOf('%', i + 1);
        }
        return i >= 0;
    }

    /// Whether two bytes in a row, or a line's end, are written as quoted-printable does.
    static boolean hasQuotedPrintable(String text) {
        int i = text.indexOf('=');
        while (i >= 0 && softLineEnd(text, i) < 0 && !(isEscape(text, i, '=') && isEscape(text, i + 3, '='))) {
            i = text.indexOf('=', i + 1);
        }
        return i >= 0;
    }

    private static boolean isEscape(String text, int at, char sign) {
        return at < text.length() && text.charAt(at) == sign && hex(text, at + 1) >= 0;
    }

    /// The bytes behind percent signs or, with `=`, quoted-printable and its soft line ends; other chars as UTF-8.
    static byte[] bytes(String text, char sign) {
        var out = new ByteArrayOutputStream(text.length());
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == sign && i + 2 < text.length() && hex(text, i + 1) >= 0) {
                out.write(hex(text, i + 1));
                i += 3;
            } else if (c == '=' && sign == '=' && softLineEnd(text, i) > 0) {
                i = softLineEnd(text, i);
            } else {
                int end = i + 1;
                while (end < text.length() && text.charAt(end) != sign && text.charAt(end) != '=') {
                    end++;
                }
                out.writeBytes(text.substring(i, end).getBytes(StandardCharsets.UTF_8));
                i = end;
            }
        }
        return out.toByteArray();
    }

    private static int softLineEnd(String text, int at) {
        int end = at + 1;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\r')) {
            end++;
        }
        return end < text.length() && text.charAt(end) == '\n' ? end + 1 : -1;
    }

    private static int hex(String text, int at) {
        if (at + 1 >= text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : (high << 4) | low;
    }

    private static String codePoint(int codePoint) {
        return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : " ";
    }

    private static Map<String, String> named() {
        var named = new HashMap<String, String>(Map.of(
                "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "shy", "", "zwnj", "", "zwj",
                "", "ndash", "–"));
        String[] cyrillic =
                ("acy а bcy б vcy в gcy г dcy д iecy е zhcy ж zcy з icy и jcy й kcy к lcy л mcy м ncy н ocy о "
                                + "pcy п rcy р scy с tcy т ucy у fcy ф khcy х tscy ц chcy ч shcy ш shchcy щ hardcy ъ ycy ы "
                                + "softcy ь ecy э yucy ю yacy я iocy ё iukcy і ubrcy ў yicy ї jukcy є")
                        .split(" ", -1);
        for (int i = 0; i < cyrillic.length; i += 2) {
            String name = cyrillic[i];
            named.put(name, cyrillic[i + 1]);
            String capital = cyrillic[i + 1].toUpperCase(Locale.ROOT);
            named.put(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1), capital);
            named.put(name.substring(0, name.length() - 2).toUpperCase(Locale.ROOT) + "cy", capital);
        }
        return Map.copyOf(named);
    }
}
