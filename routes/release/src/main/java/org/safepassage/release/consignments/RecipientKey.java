package org.safepassage.release.consignments;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPPublicKeyRingCollection;
import org.pgpainless.PGPainless;
import org.pgpainless.algorithm.EncryptionPurpose;
import org.pgpainless.algorithm.KeyFlag;
import org.pgpainless.exception.KeyException;
import org.pgpainless.key.info.KeyRingInfo;

/// A recipient's public key, to which consignments are encrypted. Immutable.
public final class RecipientKey {
    private final Path file;
    private final PGPPublicKeyRing certificate;

    private RecipientKey(Path file, PGPPublicKeyRing certificate) {
        this.file = file;
        this.certificate = certificate;
    }

    /// Reads one OpenPGP certificate, armored or binary.
    ///
    /// @throws UnusableKeyException when the file holds none, several or a secret key, or when its key is revoked,
    ///     expired or cannot encrypt; the message names the file and what to do
    public static RecipientKey read(Path file, InstantSource clock) throws IOException, UnusableKeyException {
        PGPPublicKeyRingCollection read = KeyFiles.publicKeys(file);
        if (read.size() != 1) {
            throw new UnusableKeyException(file + ": holds several keys; export only the recipient's");
        }
        var key = new RecipientKey(file, read.iterator().next());
        key.usable(clock.instant());
        return key;
    }

    /// Fingerprint in upper-case hex, to be compared with the recipient by another way.
    public String fingerprint() {
        return new KeyRingInfo(certificate).getFingerprint().toString();
    }

    /// When nothing can be encrypted to this key any more; empty when its owner has set no end.
    public Optional<Instant> expires() {
        KeyRingInfo key = new KeyRingInfo(certificate);
        return Stream.concat(
                        Stream.ofNullable(key.getPrimaryKeyExpirationDate()),
                        Stream.ofNullable(key.getExpirationDateForUse(KeyFlag.ENCRYPT_COMMS)))
                .map(Date::toInstant)
                .min(Comparator.naturalOrder());
    }

    /// The parts of the key that may be encrypted to at this instant, at least one.
    List<PGPPublicKey> usable(Instant now) throws UnusableKeyException {
        try {
            KeyRingInfo key = PGPainless.inspectKeyRing(certificate, Date.from(now));
            if (!key.getRevocationState().isNotRevoked()) {
                throw new UnusableKeyException(file + ": this key is revoked; ask the recipient for a new one");
            }
            Date expiry = key.getPrimaryKeyExpirationDate();
            if (expiry != null && !expiry.toInstant().isAfter(now)) {
                throw new UnusableKeyException(file + ": this key is expired; ask the recipient to extend it");
            }
            List<PGPPublicKey> usable = key.getEncryptionSubkeys(EncryptionPurpose.ANY);
            if (usable.isEmpty()) {
                throw new UnusableKeyException(
                        file + ": no valid part of this key can encrypt; ask the recipient for one that can");
            }
            return usable;
        } catch (KeyException e) {
            throw new UnusableKeyException(file + ": this key has no valid self-signature; export it anew", e);
        }
    }

    PGPPublicKeyRing certificate() {
        return certificate;
    }

    @Override
    public String toString() {
        return "RecipientKey[" + fingerprint() + "]";
    }
}
