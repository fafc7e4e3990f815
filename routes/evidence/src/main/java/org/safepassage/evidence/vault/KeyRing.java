package org.safepassage.evidence.vault;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.safepassage.evidence.vault.KeyRingException.Reason;

/// The hub's keys, kept in one file outside the data folder (Google Tink keysets, optionally under a passphrase).
/// Whoever loses this file loses every original: it is backed up before the first one is sealed.
///
/// Promises: the file is readable by its owner only; key material is in no message; every value sealed before a
/// rotation still opens; ids do not change with a rotation. Safe for use from several threads, and two processes may
/// share a file: a rotation starts from the newest state under a file lock, and a value sealed by a key made elsewhere
/// makes the ring read its file again.
///
/// Every method that meets unusable keys throws a [KeyRingException], which says what to do.
public final class KeyRing {
    private final StoredKeys stored;
    private volatile Keys keys;

    private KeyRing(StoredKeys.Opened opened) {
        this.stored = opened.stored();
        this.keys = opened.keys();
    }

    /// Makes new keys and the file for them (mode 0600, and its folder if there is none). Never overwrites a file.
    ///
    /// @param passphrase protects the file; the array stays the caller's, who should clear it
    public static KeyRing create(Path file, Optional<char[]> passphrase) {
        if (passphrase.isPresent() && passphrase.get().length == 0) {
            throw new KeyRingException(Reason.PASSPHRASE_NEEDED, "an empty passphrase protects nothing: choose one");
        }
        return new KeyRing(StoredKeys.create(file, passphrase));
    }

    /// Opens the keys that [#create] wrote.
    ///
    /// @param passphrase the one given then; the array stays the caller's, who should clear it
    public static KeyRing open(Path file, Optional<char[]> passphrase) {
        return new KeyRing(StoredKeys.open(file, passphrase));
    }

    /// Makes a new primary key; what older keys sealed stays readable. Survives a kill at any instant: the file is
    /// replaced whole.
    ///
    /// @return the new primary key's id
    public String rotate() {
        return Keys.label(stored.rotate(next -> keys = next).primaryId());
    }

    /// The id of the key that seals from now on: eight lower-case hexadecimal digits, no secret.
    public String keyId() {
        return Keys.label(keys.primaryId());
    }

    /// Where the keys are, so that a caller can see that this is outside its data folder.
    public Path file() {
        return stored.file();
    }

    /// Encrypts and authenticates a small value, such as a database column (AES-256-GCM, Tink's key prefix).
    ///
    /// @param context what the value belongs to, such as table and row; it opens only in the same context
    public byte[] sealSmall(byte[] plain, String context) {
        try {
            return keys.aead().encrypt(plain, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    /// Opens what [#sealSmall] sealed in the same context.
    public byte[] openSmall(byte[] sealed, String context) {
        OptionalInt id = Keys.idOf(sealed);
        if (id.isEmpty()) {
            throw notAuthentic();
        }
        Keys current = keysHolding(id.getAsInt());
        try {
            return current.aead().decrypt(sealed, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw notAuthentic();
        }
    }

    /// The same id for the same purpose and parts, in every process and after every rotation, that tells nothing of
    /// the parts to those without the keys: HMAC-SHA-256 over length-prefixed UTF-8, 26 letters and digits of
    /// lower-case base32 (RFC 4648 alphabet, no padding).
    public String deterministicId(String purpose, String... parts) {
        List<String> fields = new ArrayList<>(List.of(purpose));
        fields.addAll(List.of(parts));
        try {
            return keys.name(fields);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("naming failed", e);
        }
    }

    /// Whether a value was sealed by the key that seals now, so that re-wrapping can pass it over.
    boolean sealedByPrimary(byte[] sealed) {
        OptionalInt id = Keys.idOf(sealed);
        return id.isPresent() && id.getAsInt() == keys.primaryId();
    }

    private Keys keysHolding(int id) {
        Keys current = keys;
        if (!current.holds(id)) {
            current = stored.reread();
            keys = current;
        }
        if (!current.holds(id)) {
            throw new KeyRingException(
                    Reason.UNKNOWN_KEY,
                    "key " + Keys.label(id) + " is not in " + file()
                            + ": an older key file, or another hub's, is in use;"
                            + " put the newest backup in its place");
        }
        return current;
    }

    private static KeyRingException notAuthentic() {
        return new KeyRingException(
                Reason.NOT_AUTHENTIC, "a sealed value was changed, or was sealed for another place; it is not opened");
    }
}
