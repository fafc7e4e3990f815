package org.safepassage.connectors.ftps;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.apache.commons.net.ftp.FTPClientConfig;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.parser.MLSxEntryParser;
import org.apache.commons.net.ftp.parser.UnixFTPEntryParser;
import org.jspecify.annotations.Nullable;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.folders.SharedFiles;

/// Reads a listing line by line. A line that cannot be read is an entry that cannot be opened: a name may
/// hold the end of a line; a listing of such lines alone is in a form that is not understood, and is no
/// empty folder.
final class FtpsListing {
    private static final int LONGEST_LINE = 8_192;

    private final boolean forMachines;
    private final UnixFTPEntryParser unix =
            new UnixFTPEntryParser(new FTPClientConfig(FTPClientConfig.SYST_UNIX), false);
    private long read;
    private long understood;

    /// @param forMachines MLSD (RFC 3659) rather than LIST in the form of `ls -l`
    FtpsListing(boolean forMachines) {
        this.forMachines = forMachines;
    }

    /// Shows every entry to the visitor.
    ///
    /// @return false when the visitor had seen enough
    boolean visit(FtpsStream in, SharedFiles.Visitor visitor) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
        var line = new StringBuilder();
        for (int letter = lines.read(); letter >= 0; letter = lines.read()) {
            if (letter != '\n') {
                line.append((char) letter);
                if (line.length() > LONGEST_LINE) {
                    throw new DoorProblem(Kind.PEER_FAULT, "the server lists a name longer than any file system has");
                }
                continue;
            }
            String text = line.toString();
            line.setLength(0);
            if (!visit(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text, visitor)) {
                return false;
            }
        }
        if (read > 0 && understood == 0) {
            throw new DoorProblem(
                    Kind.PEER_FAULT,
                    "the server lists in a form that is not understood: ask for MLSD or Unix listings");
        }
        return true;
    }

    private boolean visit(String line, SharedFiles.Visitor visitor) throws IOException {
        if (line.isEmpty() || line.matches("total [0-9]+")) {
            return true;
        }
        read++;
        FTPFile file = parsed(line);
        if (file == null || file.getName() == null) {
            return visitor.visit(new SharedFiles.Seen(line, SharedFiles.Type.OTHER, -1, Instant.EPOCH));
        }
        understood++;
        String name = file.getName();
        boolean itself = name.equals(".")
                || name.equals("..")
                || line.toLowerCase(Locale.ROOT).matches("(?s)[^ ]*type=[cp]dir;.*");
        return itself || visitor.visit(seen(name, file));
    }

    private @Nullable FTPFile parsed(String line) {
        try {
            return forMachines ? MLSxEntryParser.parseEntry(line) : unix.parseFTPEntry(line);
        } catch (RuntimeException odd) {
            return null;
        }
    }

    /// A file as the listing or the server's answer about it has it.
    static SharedFiles.Seen seen(String name, FTPFile file) {
        boolean plain = name.chars().noneMatch(letter -> letter < 0x20 || letter == 0x7f);
        var type = !plain
                ? SharedFiles.Type.OTHER
                : file.isFile()
                        ? SharedFiles.Type.FILE
                        : file.isDirectory() ? SharedFiles.Type.FOLDER : SharedFiles.Type.OTHER;
        Instant modified = file.getTimestampInstant();
        return new SharedFiles.Seen(
                name,
                type,
                type == SharedFiles.Type.FILE ? file.getSize() : -1,
                modified == null ? Instant.EPOCH : modified);
    }
}
