package org.safepassage.connectors.webdav;

import java.net.URI;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.upload.Attempt;

/// One way to write a file under a temporary name on a WebDAV server, across broken connections.
interface TemporaryFile {
    /// Writes all bytes in place of whatever an earlier run left.
    ///
    /// @param fileName the final name, for what else the way needs a name
    /// @param temporary where the bytes belong
    void write(String fileName, URI temporary, Attempt attempt) throws DoorProblem;
}
