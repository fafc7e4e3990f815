package org.safepassage.hub.console;

import java.util.ArrayList;
import java.util.List;
import org.safepassage.hub.revisions.ConfigFiles;
import org.safepassage.hub.revisions.FileChange;
import org.safepassage.hub.revisions.Revision;
import org.safepassage.hub.revisions.Revisions;

/// What became of one file over the revisions. Safe for several threads.
final class FileHistory {
    /// Revisions that are looked through, the newest.
    private static final int MOST = 100;

    private final Revisions revisions;

    FileHistory(Revisions revisions) {
        this.revisions = revisions;
    }

    /// One change of the file.
    ///
    /// @param revision that brought it
    /// @param change against the revision before
    /// @param present whether the file was there after it, so that one can go back to it
    record Entry(Revision revision, FileChange change, boolean present) {}

    /// Changes of the file, the newest first.
    List<Entry> of(String path) {
        var all = revisions.all();
        var entries = new ArrayList<Entry>();
        for (int at = 0; at < Math.min(MOST, all.size()); at++) {
            ConfigFiles after = revisions.files(all.get(at).number());
            ConfigFiles before = at + 1 < all.size()
                    ? revisions.files(all.get(at + 1).number())
                    : new ConfigFiles(new java.util.TreeMap<>());
            Revision revision = all.get(at);
            boolean present = after.texts().containsKey(path);
            after.since(before).stream()
                    .filter(change -> change.path().equals(path))
                    .forEach(change -> entries.add(new Entry(revision, change, present)));
        }
        return entries;
    }
}
