package org.safepassage.evidence.vault;

import java.io.IOException;

/// The vault's disk has no room for these bytes. Nothing of them was kept; free space, then put them again.
public final class VaultFull extends IOException {
    private static final long serialVersionUID = 1L;

    VaultFull(IOException cause) {
        super("the vault's disk is full, or a quota or file size limit was met: free space and try again", cause);
    }
}
