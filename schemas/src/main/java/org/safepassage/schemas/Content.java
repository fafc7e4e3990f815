package org.safepassage.schemas;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Bytes that can be read more than once and never need to be in memory at once: an original in the vault, a rendition,
/// a file on a partner's server. Implementations are safe to open from several threads.
public interface Content {
    /// A fresh stream over all bytes; the caller closes it.
    ///
    /// @throws IOException when the bytes cannot be read now
    InputStream open() throws IOException;

    /// Number of bytes, or -1 when it is not known before reading.
    long size();

    /// Bytes in memory, which nobody changes afterwards.
    static Content of(byte[] bytes) {
        return new Content() {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public long size() {
                return bytes.length;
            }
        };
    }

    /// A file that nobody changes while it is read. Its size is unknown once it is gone.
    static Content ofFile(Path file) {
        return new Content() {
            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }

            @Override
            public long size() {
                try {
                    return Files.size(file);
                } catch (IOException gone) {
                    return -1;
                }
            }
        };
    }
}
