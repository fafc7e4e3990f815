package org.safepassage.release.consignments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.pgpainless.key.protection.SecretKeyRingProtector;
import org.pgpainless.key.protection.UnlockSecretKey;

/// The recipient's secret key, with which an encrypted package is opened. Held in memory; never written or shown.
public final class RecipientSecret {
    private final PGPSecretKeyRing ring;
    private final SecretKeyRingProtector protector;

    private RecipientSecret(PGPSecretKeyRing ring, SecretKeyRingProtector protector) {
        this.ring = ring;
        this.protector = protector;
    }

    /// Reads one OpenPGP secret key, armored or binary.
    ///
    /// @param passphrase empty for a key that has none
    /// @throws UnusableKeyException when the file holds no secret key, or the passphrase does not open it
    public static RecipientSecret read(Path file, Optional<char[]> passphrase)
            throws IOException, UnusableKeyException {
        var protector = SecretKeyRingProtector.unlockAnyKeyWith(SigningKey.phrase(passphrase));
        PGPSecretKeyRing ring = KeyFiles.secretKey(file);
        for (PGPSecretKey key : ring) {
            if (opens(key, protector)) {
                return new RecipientSecret(ring, protector);
            }
        }
        throw new UnusableKeyException(file + ": the passphrase does not open this key; give the right one");
    }

    private static boolean opens(PGPSecretKey key, SecretKeyRingProtector protector) {
        try {
            UnlockSecretKey.unlockSecretKey(key, protector);
            return true;
        } catch (PGPException | RuntimeException e) {
            // A primary key that is kept offline has no secret part here, and its subkeys open all the same.
            return false;
        }
    }

    PGPSecretKeyRing ring() {
        return ring;
    }

    SecretKeyRingProtector protector() {
        return protector;
    }

    @Override
    public String toString() {
        return "RecipientSecret[…]";
    }
}
