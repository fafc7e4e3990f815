package org.safepassage.connectors.sftp;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.plumbing.ResumingStream;

/// A recipient's folder for consignments as it looks at this moment. A consignment stands there as `NAME.part` until
/// all of it has arrived, then as `NAME`, and in the taken folder once the recipient moved it there.
///
/// @param line to the server
/// @param folder where consignments are put
/// @param takenFolder where the recipient moves what it took; empty for none
record SftpInbox(SftpLine line, String folder, String takenFolder) {
    /// Path of the partial file.
    String part(String fileName) {
        return path(fileName) + ".part";
    }

    /// Path under the final name.
    String path(String fileName) {
        return folder + "/" + fileName;
    }

    /// Bytes of the file at a path; empty when there is none.
    OptionalLong size(String path) throws DoorProblem {
        return line.ask(sftp -> SftpPaths.size(sftp, path));
    }

    /// Whether the recipient took a consignment of this name away.
    boolean taken(String fileName) throws DoorProblem {
        return !takenFolder.isEmpty() && size(takenFolder + "/" + fileName).isPresent();
    }

    /// The bytes that stand under the final name, read across broken connections.
    InputStream open(String fileName, long size) {
        return new ResumingStream(offset -> line.ask(sftp -> SftpPaths.open(sftp, path(fileName), offset)), size);
    }

    /// Gives the partial file its final name.
    ///
    /// @throws IOException the library's own, so that the caller can tell a refusal from an answer that never came
    void rename(String fileName) throws IOException {
        line.client().rename(part(fileName), path(fileName));
    }
}
