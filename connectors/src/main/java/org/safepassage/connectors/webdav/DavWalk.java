package org.safepassage.connectors.webdav;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;

/// Lists the files of a folder and, where wanted, of all folders below it, one request a folder, leaving out those
/// whose ETag says that nothing below them changed.
///
/// @param folder to list
/// @param subfolders whether to go below it
/// @param doneFolder a folder directly in it that holds what is sealed; empty for none
/// @param tags what was seen before; when ETags of folders are not to be trusted, of an empty cursor
/// @param skipping whether to leave out unchanged folders
record DavWalk(DavFolder folder, boolean subfolders, String doneFolder, FolderTags tags, boolean skipping) {
    private static final int MOST_FOLDERS = 100_000;

    /// Gives every file that may be new.
    void forEach(Consumer<DavEntry> files) throws DoorProblem {
        if (skipping && tags.knows("") && tags.unchanged(folder.itself())) {
            return;
        }
        Queue<String> waiting = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        waiting.add("");
        while (!waiting.isEmpty()) {
            String place = waiting.remove();
            if (!seen.add(place)) {
                continue;
            }
            if (seen.size() > MOST_FOLDERS) {
                throw new DoorProblem(Kind.PEER_FAULT, "the partner's folder has folders without end below it");
            }
            list(place, files, waiting);
        }
    }

    private void list(String place, Consumer<DavEntry> files, Queue<String> waiting) throws DoorProblem {
        try {
            folder.forEachIn(place, entry -> {
                if (entry.collection()) {
                    if (entry.place().equals(place)) {
                        tags.unchanged(entry);
                    } else if (subfolders
                            && entry.directlyIn(place)
                            && !entry.place().equals(doneFolder + "/")) {
                        enter(entry, waiting);
                    }
                } else if (entry.directlyIn(place)) {
                    files.accept(entry);
                }
            });
        } catch (DoorProblem problem) {
            // A folder that was taken away since its parent was listed has nothing new.
            if (problem.kind() != Kind.GONE || place.isEmpty()) {
                throw problem;
            }
        }
    }

    private void enter(DavEntry entry, Queue<String> waiting) {
        if (!skipping || !tags.unchanged(entry)) {
            waiting.add(entry.place());
        }
    }
}
