package org.safepassage.connectors.local;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/// Paths of this machine from their wire spelling and back, byte by byte: whatever language the machine is
/// set to, a name that is no UTF-8 is found again.
final class LocalPaths {
    private static final String PLAIN = "/-._~";

    private LocalPaths() {}

    /// @param wire absolute
    static Path path(String wire) {
        var uri = new StringBuilder("file://");
        for (byte each : wire.getBytes(StandardCharsets.ISO_8859_1)) {
            char letter = (char) (each & 0xff);
            boolean plain = (letter < 0x80 && Character.isLetterOrDigit(letter)) || PLAIN.indexOf(letter) >= 0;
            uri.append(plain ? String.valueOf(letter) : String.format(Locale.ROOT, "%%%02X", (int) letter));
        }
        return Path.of(URI.create(uri.toString()));
    }

    /// The last name of a path, in its wire spelling.
    static String name(Path path) {
        String raw = path.toUri().getRawPath();
        String name = raw.endsWith("/") ? raw.substring(0, raw.length() - 1) : raw;
        return decoded(name.substring(name.lastIndexOf('/') + 1));
    }

    private static String decoded(String percent) {
        var wire = new StringBuilder();
        for (int at = 0; at < percent.length(); at++) {
            if (percent.charAt(at) == '%') {
                wire.append((char) Integer.parseInt(percent.substring(at + 1, at + 3), 16));
                at += 2;
            } else {
                wire.append(percent.charAt(at));
            }
        }
        return wire.toString();
    }
}
