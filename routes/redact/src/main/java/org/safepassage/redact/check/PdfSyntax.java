package org.safepassage.redact.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Streams of a PDF that are text to the eye: what draws a page, and the table from glyphs to characters (ISO 32000-2,
/// 7.8 and 9.10.3). Their numbers are coordinates and glyphs, no one's telephone; their words stand in literal strings.
final class PdfSyntax {
    private static final Pattern DRAWING = Pattern.compile("\\s*(?:q|BT|/Artifact)\\s");
    private static final Pattern SHOWN = Pattern.compile("\\sT[jJ]\\s");
    private static final Pattern LITERAL = Pattern.compile("\\(((?:[^()\\\\]|\\\\.)*+)\\)");

    private PdfSyntax() {}

    /// Whether a text is such a stream: found packed inside another file, and of their form.
    static boolean is(View view) {
        String text = view.text();
        return view.label().contains("zlib at ")
                && (text.startsWith("/CIDInit /ProcSet findresource begin")
                        || (DRAWING.matcher(text).lookingAt()
                                && SHOWN.matcher(text).find()));
    }

    /// The words of its literal strings.
    static String literals(String text) {
        var out = new StringBuilder();
        Matcher literal = LITERAL.matcher(text);
        while (literal.find()) {
            out.append(literal.group(1)).append('\n');
        }
        return Escapes.backslashes(out.toString());
    }
}
