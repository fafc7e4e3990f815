package org.safepassage.connectors.folders;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Parameters;
import org.safepassage.connectors.plumbing.ItemPaths;

/// The two spellings of a path: for people, and as it goes over the line, its bytes in the form of ISO
/// 8859-1 text. So a name that is no UTF-8 can be opened again.
public final class WirePaths {
    private static final Charset OLD_SYSTEMS = Charset.forName("windows-1251");

    private WirePaths() {}

    /// A path that an operator wrote, in its wire spelling.
    public static String wire(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /// A path for people: names are in UTF-8 or, copied from old systems, in windows-1251.
    public static String text(String wire) {
        return ItemPaths.decode(wire.getBytes(StandardCharsets.ISO_8859_1), OLD_SYSTEMS);
    }

    /// A folder parameter, in its wire spelling, without a trailing slash.
    public static String folder(Parameters parameters, String name) throws DoorProblem {
        String given = parameters.text(name);
        if (given.isBlank() || given.chars().anyMatch(Character::isISOControl)) {
            throw parameters.refused(name, "must be a folder");
        }
        return resolve("", given);
    }

    /// The folder counted from another one, with `..` worked out here because a server may resolve it
    /// through links.
    public static String resolve(String base, String given) {
        String wire = wire(given);
        String path = wire.startsWith("/") || base.isEmpty() ? wire : base + "/" + wire;
        var parts = new ArrayDeque<String>();
        for (String part : path.split("/")) {
            if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        String joined = String.join("/", parts);
        return path.startsWith("/") ? "/" + joined : joined.isEmpty() ? "." : joined;
    }
}
