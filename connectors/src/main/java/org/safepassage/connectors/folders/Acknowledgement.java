package org.safepassage.connectors.folders;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.safepassage.connectors.plumbing.Fingerprint;

/// What the partner's side shows of a case that was sealed. Every way is harmless when repeated.
///
/// @param way what acknowledging does
/// @param casesFolder folder that holds the cases
/// @param doneFolder where acknowledged cases go
/// @param clock for a name of its own when the case's name is taken in doneFolder
record Acknowledgement(Way way, String casesFolder, String doneFolder, InstantSource clock) {
    /// File in a case folder, or ending of a file beside a bundle, that names the fingerprint that was
    /// sealed; no exhibit.
    static final String MARK = ".sealed";

    private static final int LONGEST_MARK = 100;

    /// How an arrival is acknowledged.
    enum Way {
        /// The folder or bundle is renamed into another folder.
        MOVE,
        /// A file `.sealed` with the fingerprint is written into the folder or beside the bundle.
        MARK,
        /// Nothing is changed; the hub's own memory is all there is.
        NONE
    }

    /// Whether the partner's side shows that this case, as it is now, was sealed before.
    boolean given(SharedFiles files, SharedCase found) throws IOException {
        return way == Way.MARK && SharedFiles.twice(() -> mark(files, found)).equals(Optional.of(found.fingerprint()));
    }

    private String markPath(SharedCase found) {
        return casesFolder + "/" + found.name() + found.beside(MARK);
    }

    private Optional<String> mark(SharedFiles files, SharedCase found) throws IOException {
        String path = markPath(found);
        Optional<SharedFiles.Seen> there = files.find(path);
        if (there.isEmpty() || there.get().type() != SharedFiles.Type.FILE) {
            return Optional.empty();
        }
        try (var in = files.open(path, 0)) {
            return Optional.of(new String(in.readNBytes(LONGEST_MARK), StandardCharsets.US_ASCII).strip());
        }
    }

    /// Acknowledges a case that was sealed as it is now.
    ///
    /// @param marker a marker file beside it that goes where it goes
    void give(SharedFiles files, SharedCase found, Optional<String> marker) throws IOException {
        SharedFiles.twice(() -> {
            switch (way) {
                case MOVE -> {
                    // First: a marker that stays behind would call the next bundle of this name complete too early.
                    if (marker.isPresent()) {
                        move(files, marker.get(), found.fingerprint());
                    }
                    move(files, found.name(), found.fingerprint());
                }
                case MARK ->
                    files.write(markPath(found), (found.fingerprint() + "\n").getBytes(StandardCharsets.US_ASCII));
                case NONE -> {}
            }
            return true;
        });
    }

    private void move(SharedFiles files, String name, String fingerprint) throws IOException {
        String from = casesFolder + "/" + name;
        if (files.find(from).isEmpty()) {
            return; // the rename went through just before the connection broke
        }
        if (files.find(doneFolder).isEmpty()) {
            files.makeFolder(doneFolder);
        }
        String to = doneFolder + "/" + name;
        if (files.find(to).isPresent()) {
            String moment = clock.instant().toString();
            to += "-" + Fingerprint.of(List.of(fingerprint, moment)).substring(0, 12);
        }
        files.rename(from, to);
    }

    /// For a door's test: whether acknowledging finds what it needs.
    String test(SharedFiles files) throws IOException {
        return switch (way) {
            case NONE -> "nothing is changed at the partner";
            case MARK -> files.checkChangeable(casesFolder, casesFolder);
            case MOVE -> {
                String seen = files.checkChangeable(casesFolder, doneFolder);
                boolean there = SharedFiles.twice(() -> files.find(doneFolder)).isPresent();
                yield (there
                                ? "doneFolder is there"
                                : "doneFolder is not there yet; it is made when the first case is sealed")
                        + "; " + seen;
            }
        };
    }
}
