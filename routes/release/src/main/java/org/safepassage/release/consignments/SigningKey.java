package org.safepassage.release.consignments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.pgpainless.PGPainless;
import org.pgpainless.key.OpenPgpFingerprint;
import org.pgpainless.key.protection.SecretKeyRingProtector;
import org.pgpainless.key.protection.UnlockSecretKey;
import org.pgpainless.key.util.KeyRingUtils;
import org.pgpainless.util.Passphrase;

/// The key with which the hub signs: OpenPGP v4, Ed25519, without an expiry, since recipients pin it. Held unlocked in
/// memory while the hub runs. Thread-safe.
public final class SigningKey {
    private final PGPSecretKeyRing ring;
    private final PGPPublicKey key;
    private final PGPPrivateKey secret;

    private SigningKey(PGPSecretKeyRing ring, PGPPrivateKey secret) {
        this.ring = ring;
        this.key = ring.getPublicKey();
        this.secret = secret;
    }

    /// Makes a key and writes both halves, ASCII-armored: the secret one readable by its owner alone, the public one
    /// to be handed to recipients. Existing files are never replaced.
    ///
    /// @param secretFile gets mode 0600
    /// @param publicFile gets mode 0644
    /// @param passphrase protects the secret file; without one its mode is its only protection
    /// @throws java.nio.file.FileAlreadyExistsException when one of the files is there
    public static SigningKey create(Path secretFile, Path publicFile, Optional<char[]> passphrase, InstantSource clock)
            throws IOException, UnusableKeyException {
        PGPSecretKeyRing ring = NewSigningKey.made("Safe Passage consignments", phrase(passphrase), clock.instant());
        KeyFiles.create(secretFile, "rw-------", ascii(PGPainless.asciiArmor(ring)));
        KeyFiles.create(publicFile, "rw-r--r--", ascii(PGPainless.asciiArmor(KeyRingUtils.publicKeys(ring))));
        return unlocked(ring, passphrase, secretFile);
    }

    /// Opens a secret key that [#create] wrote.
    ///
    /// @throws UnusableKeyException when others may read the file, it is no such key, or the passphrase is wrong
    public static SigningKey open(Path secretFile, Optional<char[]> passphrase)
            throws IOException, UnusableKeyException {
        KeyFiles.requirePrivate(secretFile);
        PGPSecretKeyRing ring = KeyFiles.secretKey(secretFile);
        return unlocked(ring, passphrase, secretFile);
    }

    /// An ASCII-armored detached signature over these bytes, in the one encoding that [ConsignmentVerifier] accepts.
    ///
    /// @param at time that the signature states, cut to seconds; not before the key was made
    public byte[] sign(byte[] signed, Instant at) {
        try {
            return DetachedSignature.make(signed, key, secret, at);
        } catch (PGPException e) {
            throw new IllegalStateException("an unlocked Ed25519 key signs", e);
        }
    }

    /// Fingerprint in upper-case hex, by which a recipient compares what it pinned.
    public String fingerprint() {
        return OpenPgpFingerprint.of(key).toString();
    }

    /// The public half, ASCII-armored: what recipients pin.
    public byte[] publicKey() throws IOException {
        return ascii(PGPainless.asciiArmor(KeyRingUtils.publicKeys(ring)));
    }

    @Override
    public String toString() {
        return "SigningKey[" + fingerprint() + "]";
    }

    private static SigningKey unlocked(PGPSecretKeyRing ring, Optional<char[]> passphrase, Path file)
            throws UnusableKeyException {
        if (!isUsable(ring)) {
            throw new UnusableKeyException(
                    file + ": this key cannot sign, is expired or revoked; make one with: hub init");
        }
        try {
            var protector = SecretKeyRingProtector.unlockAnyKeyWith(phrase(passphrase));
            return new SigningKey(ring, UnlockSecretKey.unlockSecretKey(ring.getSecretKey(), protector));
        } catch (PGPException | RuntimeException e) {
            throw new UnusableKeyException(file + ": the passphrase does not open this key", e);
        }
    }

    /// The primary key itself signs, since it is its fingerprint that recipients pin.
    private static boolean isUsable(PGPSecretKeyRing ring) {
        long primary = ring.getPublicKey().getKeyID();
        return ring.getPublicKey().getVersion() == 4
                && PGPainless.inspectKeyRing(ring).getSigningSubkeys().stream()
                        .anyMatch(key -> key.getKeyID() == primary);
    }

    static Passphrase phrase(Optional<char[]> passphrase) {
        return passphrase.map(chars -> new Passphrase(chars.clone())).orElseGet(Passphrase::emptyPassphrase);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
