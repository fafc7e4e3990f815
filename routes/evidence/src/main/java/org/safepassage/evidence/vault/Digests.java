package org.safepassage.evidence.vault;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

/// SHA-256 and the only form in which its digests are accepted as names.
final class Digests {
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

    private Digests() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /// Keeps paths out of names.
    static String requireName(String text) {
        if (!isName(text)) {
            throw new IllegalArgumentException("an original is named by 64 lower-case hexadecimal digits");
        }
        return text;
    }
}
