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
    private static final int V6 = 6;

    private final Path file;
    private final PGPPublicKeyRing certificate;
    private final OpenPgpForm form;

    private RecipientKey(Path file, PGPPublicKeyRing certificate, OpenPgpForm form) {
        this.file = file;
        this.certificate = certificate;
        this.form = form;
    }

    /// As [#read(Path, OpenPgpForm, InstantSource)], in the form that every program reads.
    public static RecipientKey read(Path file, InstantSource clock) throws IOException, UnusableKeyException {
        return read(file, OpenPgpForm.V4, clock);
    }

    /// Reads one OpenPGP certificate, armored or binary.
    ///
    /// @param form in which consignments are encrypted to it
    /// @throws UnusableKeyException when the file holds none, several or a secret key, or when its key is
    ///     revoked, expired, cannot encrypt or does not fit the form; the message names the file and what
    ///     to do
    public static RecipientKey read(Path file, OpenPgpForm form, InstantSource clock)
            throws IOException, UnusableKeyException {
        PGPPublicKeyRingCollection read = KeyFiles.publicKeys(file);
        if (read.size() != 1) {
            throw new UnusableKeyException(file + ": holds several keys; export only the recipient's");
        }
        var key = new RecipientKey(file, read.iterator().next(), form);
        key.usable(clock.instant());
        return key;
    }

    /// Fingerprint in upper-case hex, to be compared with the recipient by another way.
    public String fingerprint() {
        return isV6()
                ? new KeysOfV6(file, certificate).fingerprint()
                : new KeyRingInfo(certificate).getFingerprint().toString();
    }

    /// When nothing can be encrypted to this key any more; empty when its owner has set no end.
    public Optional<Instant> expires() {
        if (isV6()) return new KeysOfV6(file, certificate).expires(madeAt());
        KeyRingInfo key = new KeyRingInfo(certificate);
        return Stream.concat(
                        Stream.ofNullable(key.getPrimaryKeyExpirationDate()),
                        Stream.ofNullable(key.getExpirationDateForUse(KeyFlag.ENCRYPT_COMMS)))
                .map(Date::toInstant)
                .min(Comparator.naturalOrder());
    }

    /// The parts of the key that may be encrypted to at this instant, at least one.
    List<PGPPublicKey> usable(Instant now) throws UnusableKeyException {
        if (form == OpenPgpForm.V6) return new KeysOfV6(file, certificate).usable(now);
        if (isV6()) {
            throw new UnusableKeyException(
                    file + ": this is a key of OpenPGP version 6; set openPgp: v6 in the recipient's file");
        }
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

    /// The form in which consignments are encrypted to it.
    OpenPgpForm form() {
        return form;
    }

    private boolean isV6() {
        return certificate.getPublicKey().getVersion() == V6;
    }

    /// From when on its self-signatures hold.
    private Instant madeAt() {
        return certificate.getPublicKey().getCreationTime().toInstant();
    }

    PGPPublicKeyRing certificate() {
        return certificate;
    }

    @Override
    public String toString() {
        return "RecipientKey[" + fingerprint() + "]";
    }
}
