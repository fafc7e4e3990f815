package org.safepassage.hub.ledger;

import java.nio.charset.StandardCharsets;
import org.safepassage.evidence.vault.KeyRing;

/// Seals words before they reach a column and makes keyed look-up values of them. Thread-safe.
public final class ColumnSeal {
    private final KeyRing keys;

    /// @param keys the hub's key ring
    public ColumnSeal(KeyRing keys) {
        this.keys = keys;
    }

    /// Encrypts `words` for the column named by `context`.
    public byte[] seal(String words, String context) {
        return keys.sealSmall(words.getBytes(StandardCharsets.UTF_8), context);
    }

    /// Decrypts what [#seal] made with the same context.
    public String open(byte[] sealed, String context) {
        return new String(keys.openSmall(sealed, context), StandardCharsets.UTF_8);
    }

    /// A keyed hash for look-up, equal for equal words and useless without the key.
    public String mac(String purpose, String... words) {
        return keys.deterministicId(purpose, words);
    }
}
