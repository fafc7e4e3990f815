package org.safepassage.connectors.folders;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;

/// Opens a file only while it is what it was when it was listed.
final class UnchangedFile {
    private UnchangedFile() {}

    /// @throws DoorProblem of kind CHANGED or GONE when it is not
    static InputStream open(SharedFiles files, String path, SharedFiles.Seen listed, long offset) throws IOException {
        Optional<SharedFiles.Seen> now = files.find(path);
        if (now.isEmpty()) {
            throw new DoorProblem(Kind.GONE, "a file of a case is not there any more");
        }
        if (now.get().type() != SharedFiles.Type.FILE
                || now.get().size() != listed.size()
                || !now.get().modified().equals(listed.modified())) {
            throw new DoorProblem(Kind.CHANGED, "a file changed while its case was read");
        }
        return files.open(path, offset);
    }
}
