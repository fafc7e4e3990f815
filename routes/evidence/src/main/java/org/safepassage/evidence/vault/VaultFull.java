package org.safepassage.evidence.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// The vault's disk has no room for these bytes. Nothing of them was kept; free space, then put them again.
public final class VaultFull extends IOException {
    private static final long serialVersionUID = 1L;
    private static final long NEARLY_NOTHING = 1L << 20;

    private VaultFull(IOException cause) {
        super("the vault's disk is full, or a quota or file size limit was met: free space and try again", cause);
    }

    /// What a failed write means. Java has no error numbers: the system's words are the first sign, the space that is
    /// left the second.
    ///
    /// @param folder on the disk that was written to
    /// @return a [VaultFull], or the cause itself when it is something else
    static IOException or(IOException cause, Path folder) throws IOException {
        String words = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        boolean full = words.contains("no space left")
                || words.contains("quota exceeded")
                || words.contains("file too large")
                || Files.getFileStore(folder).getUsableSpace() < NEARLY_NOTHING;
        return full ? new VaultFull(cause) : cause;
    }
}
