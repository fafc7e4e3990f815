package org.safepassage.connectors.sftp;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.sshd.sftp.client.SftpClient;

/// Lists a folder in the server's order and in its portions, so that a listing of any length needs little
/// memory.
final class SftpListing {
    private SftpListing() {}

    /// What looks at an entry and says whether to go on.
    interface Visitor {
        boolean visit(SftpClient.DirEntry entry) throws IOException;
    }

    /// Shows every entry but the folder itself and the one above to the visitor, until it has seen enough.
    static void visit(SftpClient sftp, String path, Visitor visitor) throws IOException {
        try (var handle = sftp.openDir(path)) {
            for (var batch = sftp.readDir(handle); batch != null; batch = sftp.readDir(handle)) {
                for (var entry : batch) {
                    String file = entry.getFilename();
                    if (!file.equals(".") && !file.equals("..") && !file.isEmpty() && !visitor.visit(entry)) {
                        return;
                    }
                }
            }
        }
    }

    /// By the server's clock in whole seconds, 1970 when it does not tell.
    static Instant modified(SftpClient.Attributes attributes) {
        var time = attributes.getModifyTime();
        return time == null ? Instant.EPOCH : time.toInstant().truncatedTo(ChronoUnit.SECONDS);
    }
}
