package org.safepassage.connectors.folders;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// One walk through a case folder and the folders in it, as deep and as far as is allowed. A link or device
/// is seen and never followed. For one walk.
final class FolderWalk {
    private static final int DEEPEST = 8;

    /// Something that is no folder, or a folder too deep to enter.
    ///
    /// @param wire path below the case folder
    record Found(String wire, SharedFiles.Seen seen) {
        /// Whether it can be opened by its path.
        boolean isPlainFile() {
            return seen.type() == SharedFiles.Type.FILE && !seen.name().contains("/");
        }
    }

    private final SharedFiles files;
    private final String root;
    private final Set<String> always;
    private final int mostFiles;
    private final List<Found> found = new ArrayList<>();
    private boolean overfull;

    /// @param root path of the case folder
    /// @param always wire paths that are found even when there are too many files
    /// @param mostFiles how many files a case folder may have
    FolderWalk(SharedFiles files, String root, Set<String> always, int mostFiles) {
        this.files = files;
        this.root = root;
        this.always = always;
        this.mostFiles = mostFiles;
    }

    /// Walks; answers the files in the order of their wire paths.
    List<Found> found() throws IOException {
        walk("", 0);
        found.sort(Comparator.comparing(Found::wire));
        var exact = new ArrayList<Found>();
        for (Found each : found) {
            exact.add(new Found(each.wire(), files.exact(root + "/" + each.wire(), each.seen())));
        }
        return exact;
    }

    /// Whether there are more files than allowed.
    boolean overfull() {
        return overfull;
    }

    private void walk(String below, int depth) throws IOException {
        var folders = new ArrayList<String>();
        files.list(below.isEmpty() ? root : root + "/" + below.substring(0, below.length() - 1), seen -> {
            String wire = below + seen.name();
            boolean full = found.size() + folders.size() >= mostFiles;
            if (seen.type() == SharedFiles.Type.FOLDER
                    && depth < DEEPEST
                    && !seen.name().contains("/")) {
                // A folder counts as a file until it is entered: else a million empty ones would be looked into.
                if (full && !leadsTo(wire + "/")) {
                    overfull = true;
                } else {
                    folders.add(wire + "/");
                }
            } else if (!full || always.contains(wire)) {
                found.add(new Found(wire, seen));
            } else {
                overfull = true;
            }
            return true;
        });
        for (String folder : folders) {
            if (!overfull || leadsTo(folder)) {
                walk(folder, depth + 1);
            }
        }
    }

    private boolean leadsTo(String folder) {
        return always.stream().anyMatch(wire -> wire.startsWith(folder));
    }
}
