package org.safepassage.connectors.sftp;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/// What stands at a path on the server, where "nothing" is an answer and no problem. Everywhere in this
/// package a path is in its wire spelling, its bytes in the form of ISO 8859-1 text.
final class SftpPaths {
    /// As large as servers commonly answer in one go, so that a large file is not asked for in small pieces.
    private static final int READ_BUFFER = 1 << 18;

    private SftpPaths() {}

    /// The answer; empty when the server says that there is no such file. Every other refusal is thrown.
    static <T> Optional<T> find(SftpClient sftp, SftpLine.Question<T> question) throws IOException {
        try {
            return Optional.of(question.ask(sftp));
        } catch (SftpException absent) {
            if (absent.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
                return Optional.empty();
            }
            throw absent;
        }
    }

    /// Whether anything stands there, a link that leads nowhere too.
    static boolean exists(SftpClient sftp, String path) throws IOException {
        return find(sftp, there -> there.lstat(path)).isPresent();
    }

    /// Bytes of the file there, a link followed.
    static OptionalLong size(SftpClient sftp, String path) throws IOException {
        return find(sftp, there -> there.stat(path).getSize()).stream()
                .mapToLong(size -> size)
                .findFirst();
    }

    /// Opens the file from a byte on.
    static InputStream open(SftpClient sftp, String path, long offset) throws IOException {
        InputStream in = sftp.read(path, READ_BUFFER);
        in.skipNBytes(offset);
        return in;
    }

    /// Makes the folder unless something stands there.
    static void makeFolder(SftpClient sftp, String path) throws IOException {
        if (!exists(sftp, path)) {
            sftp.mkdir(path);
        }
    }
}
