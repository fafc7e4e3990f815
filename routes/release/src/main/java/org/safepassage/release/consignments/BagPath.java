package org.safepassage.release.consignments;

import java.util.regex.Pattern;

/// The only names that a file of a consignment may have: segments of ASCII letters, digits, dot, hyphen and low line,
/// divided by `/`. They mean one thing on every file system, need no escaping in a manifest (RFC 8493, 2.1.3) and in a
/// shell, and leave little room for a name.
final class BagPath {
    /// Longest path, in characters.
    static final int MAX_LENGTH = 240;

    private static final String SEGMENT = "[A-Za-z0-9_](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?";
    private static final Pattern PATH = Pattern.compile(SEGMENT + "(?:/" + SEGMENT + "){0,15}");

    private BagPath() {}

    static boolean isValid(String path) {
        return path.length() <= MAX_LENGTH && PATH.matcher(path).matches();
    }

    /// @throws IllegalArgumentException when it is another kind of path; the message does not repeat it
    static String require(String path) {
        if (!isValid(path)) {
            throw new IllegalArgumentException(
                    "a path in a consignment has segments of ASCII letters, digits, '.', '-' and '_', divided by '/'");
        }
        return path;
    }

    /// What may be shown of a path that a stranger chose.
    static String shown(String path) {
        String cut = path.length() > MAX_LENGTH ? path.substring(0, MAX_LENGTH) + "…" : path;
        return cut.replaceAll("[^\\x20-\\x7E…]", "?");
    }
}
