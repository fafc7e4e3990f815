package org.safepassage.redact.recognisers;

/// Lets a line end wherever a pattern allows a space: documents are wrapped anywhere, in the middle of an address too.
/// Stateless.
final class LineEnds {
    private LineEnds() {}

    /// The pattern with a line feed beside each space, by itself or in a set of characters that is not negated.
    static String allowedIn(String regex) {
        var out = new StringBuilder(regex.length() * 2);
        boolean set = false;
        boolean negated = false;
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            if (c == '\\' && i + 1 < regex.length()) {
                out.append(c).append(regex.charAt(++i));
                continue;
            }
            if (c == '[' && !set) {
                set = true;
                negated = regex.startsWith("^", i + 1);
            } else if (c == ']' && set) {
                set = false;
            }
            if (c != ' ') {
                out.append(c);
            } else if (!set) {
                out.append("[ \\n]");
            } else {
                out.append(negated ? " " : " \\n");
            }
        }
        return out.toString();
    }
}
