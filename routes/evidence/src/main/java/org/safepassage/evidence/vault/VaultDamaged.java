package org.safepassage.evidence.vault;

import java.io.IOException;

/// An original is not what was sealed: nothing wrong was delivered, and what was read before this is authentic.
/// Put the same original again, or restore the backup.
public final class VaultDamaged extends IOException {
    private static final long serialVersionUID = 1L;

    private final String sha256;

    VaultDamaged(String sha256, String what) {
        super("original " + sha256 + " in the vault is damaged: " + what);
        this.sha256 = sha256;
    }

    /// Which original.
    public String sha256() {
        return sha256;
    }
}
