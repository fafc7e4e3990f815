package org.safepassage.release.consignments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.pgpainless.key.protection.SecretKeyRingProtector;

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
    /// @throws UnusableKeyException when the file holds no secret key
    public static RecipientSecret read(Path file, Optional<char[]> passphrase)
            throws IOException, UnusableKeyException {
        var protector = SecretKeyRingProtector.unlockAnyKeyWith(SigningKey.phrase(passphrase));
        return new RecipientSecret(KeyFiles.secretKey(file), protector);
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
