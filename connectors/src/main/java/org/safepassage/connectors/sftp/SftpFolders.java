package org.safepassage.connectors.sftp;

import java.util.ArrayDeque;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Parameters;

/// Folder parameters as paths for the server: relative ones count from the account's home folder.
final class SftpFolders {
    private SftpFolders() {}

    /// A folder parameter, in the line's form of names, without a trailing slash.
    static String folder(Parameters parameters, String name) throws DoorProblem {
        String given = parameters.text(name);
        if (given.isBlank() || given.chars().anyMatch(Character::isISOControl)) {
            throw parameters.refused(name, "must be a folder");
        }
        return resolve("", given);
    }

    /// The folder counted from another one, with `..` worked out here because a server may resolve it through links.
    static String resolve(String base, String given) {
        String wire = SftpPaths.wire(given);
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

    /// A JSON pointer parameter.
    static String pointer(Parameters parameters, String name) throws DoorProblem {
        String given = parameters.text(name);
        if (!given.isEmpty() && !given.startsWith("/")) {
            throw parameters.refused(name, "must be a JSON pointer such as /exhibits/*/path");
        }
        return given;
    }
}
