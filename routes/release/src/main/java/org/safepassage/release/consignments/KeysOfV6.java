package org.safepassage.release.consignments;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.bcpg.sig.Features;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.api.OpenPGPCertificate;
import org.bouncycastle.openpgp.api.OpenPGPCertificate.OpenPGPComponentKey;

/// Judges a certificate by RFC 9580, with Bouncy Castle, since PGPainless knows no version 6 yet.
final class KeysOfV6 {
    private final Path file;
    private final OpenPGPCertificate certificate;

    /// @param file named in what is told
    KeysOfV6(Path file, PGPPublicKeyRing ring) {
        this.file = file;
        this.certificate = new OpenPGPCertificate(ring);
    }

    String fingerprint() {
        return HexFormat.of().formatHex(certificate.getFingerprint()).toUpperCase(Locale.ROOT);
    }

    Optional<Instant> expires(Instant now) {
        return Optional.ofNullable(certificate.getExpirationTime(Date.from(now)))
                .map(Date::toInstant);
    }

    /// The parts that may be encrypted to in the new form, at least one.
    List<PGPPublicKey> usable(Instant now) throws UnusableKeyException {
        Date date = Date.from(now);
        if (!certificate.getPrimaryKey().isBoundAt(date)) {
            throw new UnusableKeyException(
                    file
                            + ": this key is revoked, not yet valid or has no valid self-signature; ask the recipient for a new one");
        }
        if (expires(now).filter(end -> !end.isAfter(now)).isPresent()) {
            throw new UnusableKeyException(file + ": this key is expired; ask the recipient to extend it");
        }
        List<OpenPGPComponentKey> encrypting = certificate.getEncryptionKeys(date);
        if (encrypting.isEmpty()) {
            throw new UnusableKeyException(
                    file + ": no valid part of this key can encrypt; ask the recipient for one that can");
        }
        if (!encrypting.stream().allMatch(key -> announces(key, date))) {
            throw new UnusableKeyException(
                    file + ": this key does not announce RFC 9580; take openPgp: v6 out of the recipient's file");
        }
        return encrypting.stream().map(OpenPGPComponentKey::getPGPPublicKey).toList();
    }

    private static boolean announces(OpenPGPComponentKey key, Date date) {
        Features features = key.getFeatures(date);
        return features != null && features.supportsSEIPDv2();
    }
}
