package org.safepassage.connectors.sftp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.plumbing.Fingerprint;

/// What the partner's server shows of a case folder that was sealed. Every way is harmless when repeated.
///
/// @param way what acknowledging does
/// @param casesFolder folder that holds the case folders
/// @param doneFolder where acknowledged folders go
/// @param clock for a name of its own when the folder's name is taken in doneFolder
record Acknowledgement(Way way, String casesFolder, String doneFolder, InstantSource clock) {
    /// File in a case folder that names the fingerprint that was sealed; no exhibit.
    static final String MARK = ".sealed";

    private static final int LONGEST_MARK = 100;

    /// How an arrival is acknowledged.
    enum Way {
        /// The folder is renamed into another one.
        MOVE,
        /// A file `.sealed` with the fingerprint is written into the folder.
        MARK,
        /// Nothing is changed; the hub's own memory is all there is.
        NONE
    }

    /// Whether the server shows that this folder, as it is now, was sealed before.
    boolean given(SftpLine line, CaseFolder folder) throws DoorProblem {
        return way == Way.MARK && mark(line, folder.name()).equals(Optional.of(folder.fingerprint()));
    }

    private Optional<String> mark(SftpLine line, String name) throws DoorProblem {
        return line.ask(sftp -> SftpPaths.find(sftp, there -> {
            try (var in = there.read(casesFolder + "/" + name + "/" + MARK)) {
                return new String(in.readNBytes(LONGEST_MARK), StandardCharsets.US_ASCII).strip();
            }
        }));
    }

    /// Acknowledges a folder that was sealed with this fingerprint.
    void give(SftpLine line, String name, String fingerprint) throws DoorProblem {
        line.ask(sftp -> {
            switch (way) {
                case MOVE -> move(sftp, name, fingerprint);
                case MARK -> mark(sftp, name, fingerprint);
                case NONE -> {}
            }
            return true;
        });
    }

    private void mark(SftpClient sftp, String name, String fingerprint) throws IOException {
        var modes = EnumSet.of(OpenMode.Create, OpenMode.Write, OpenMode.Truncate);
        try (var out = sftp.write(casesFolder + "/" + name + "/" + MARK, modes)) {
            out.write((fingerprint + "\n").getBytes(StandardCharsets.US_ASCII));
        }
    }

    private void move(SftpClient sftp, String name, String fingerprint) throws IOException {
        String from = casesFolder + "/" + name;
        if (!SftpPaths.exists(sftp, from)) {
            return; // the rename went through just before the connection broke
        }
        SftpPaths.makeFolder(sftp, doneFolder);
        String to = doneFolder + "/" + name;
        if (SftpPaths.exists(sftp, to)) {
            String moment = clock.instant().toString();
            to += "-" + Fingerprint.of(List.of(fingerprint, moment)).substring(0, 12);
        }
        sftp.rename(from, to);
    }

    /// For a door's test: whether acknowledging finds what it needs.
    String test(SftpLine line) throws DoorProblem {
        if (way != Way.MOVE) {
            return "nothing is moved";
        }
        boolean there = line.ask(sftp -> SftpPaths.exists(sftp, doneFolder));
        return there ? "doneFolder is there" : "doneFolder is not there yet; it is made when the first case is sealed";
    }
}
