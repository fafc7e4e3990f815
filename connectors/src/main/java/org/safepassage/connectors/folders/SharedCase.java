package org.safepassage.connectors.folders;

import java.io.IOException;
import java.time.Instant;
import org.safepassage.connectors.Arrival;
import org.safepassage.connectors.ItemReader;

/// One look at a case: a folder with a record in it, or a bundle.
sealed interface SharedCase permits CaseFolder, CaseBundle {
    /// Wire name of the folder or bundle.
    String name();

    /// When the newest file changed, by the other side's clock.
    Instant newest();

    /// Changes when the content does; the case's own name does not count.
    String fingerprint();

    /// The case as the hub sees it.
    Arrival arrival();

    /// Reads everything.
    ///
    /// @param path where the case is
    void read(SharedFiles files, String path, ItemReader reader) throws IOException;

    /// Ending that a mark for this case has: a file in a folder, a file beside a bundle.
    default String beside(String mark) {
        return switch (this) {
            case CaseFolder folder -> "/" + mark;
            case CaseBundle bundle -> mark.startsWith(".") ? mark : "." + mark;
        };
    }
}
