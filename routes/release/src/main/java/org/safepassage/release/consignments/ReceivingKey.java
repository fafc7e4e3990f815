package org.safepassage.release.consignments;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.bcpg.BCPGInputStream;
import org.bouncycastle.bcpg.PacketTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPUtil;
import org.pgpainless.PGPainless;
import org.pgpainless.decryption_verification.ConsumerOptions;
import org.pgpainless.decryption_verification.DecryptionStream;
import org.pgpainless.exception.MissingDecryptionMethodException;
import org.pgpainless.key.OpenPgpFingerprint;
import org.pgpainless.key.protection.SecretKeyRingProtector;
import org.pgpainless.key.util.KeyRingUtils;
import org.safepassage.release.consignments.UnreadableMessage.Reason;

/// The hub's own OpenPGP key, to which partners encrypt what they send: v4, Ed25519 with an X25519 subkey,
/// without an expiry. It is not the signing key, so that it can be exchanged while recipients keep what
/// they pinned. Thread-safe.
public final class ReceivingKey {
    private static final Set<Integer> BEGIN_OF_ENCRYPTED =
            Set.of(PacketTags.PUBLIC_KEY_ENC_SESSION, PacketTags.SYMMETRIC_KEY_ENC_SESSION, PacketTags.MARKER);

    private final PGPSecretKeyRing ring;

    private ReceivingKey(PGPSecretKeyRing ring) {
        this.ring = ring;
    }

    /// Makes a key and writes both halves, ASCII-armored; existing files are never replaced.
    ///
    /// @param secretFile gets mode 0600
    /// @param publicFile to be handed to partners; gets mode 0644
    /// @throws java.nio.file.FileAlreadyExistsException when one of the files is there
    public static ReceivingKey create(Path secretFile, Path publicFile) throws IOException {
        PGPSecretKeyRing ring = PGPainless.generateKeyRing().modernKeyRing("Safe Passage, what partners send");
        KeyFiles.create(secretFile, "rw-------", ascii(PGPainless.asciiArmor(ring)));
        KeyFiles.create(publicFile, "rw-r--r--", ascii(PGPainless.asciiArmor(KeyRingUtils.publicKeys(ring))));
        return new ReceivingKey(ring);
    }

    /// Opens a secret key that [#create] wrote.
    ///
    /// @throws UnusableKeyException when it is not there, others may read it, or it is no such key
    public static ReceivingKey open(Path secretFile) throws IOException, UnusableKeyException {
        KeyFiles.requirePrivate(secretFile);
        return new ReceivingKey(KeyFiles.secretKey(secretFile));
    }

    /// Fingerprint in upper-case hex, by which a partner compares what it encrypts to.
    public String fingerprint() {
        return OpenPgpFingerprint.of(ring).toString();
    }

    /// The plain bytes of an OpenPGP message, armored or binary, decrypted as they are read; nothing is
    /// kept. Whether somebody changed them is known at their end: a stream that was not read to its end
    /// proves nothing. A signature inside is not judged here.
    ///
    /// @param encrypted closed with the answer
    /// @return throws [UnreadableMessage] while it is read
    public InputStream decrypt(InputStream encrypted) throws IOException {
        var packets = new BCPGInputStream(PGPUtil.getDecoderStream(encrypted));
        try {
            if (!BEGIN_OF_ENCRYPTED.contains(packets.nextPacketTag())) {
                throw new UnreadableMessage(Reason.NOT_ENCRYPTED, "it is no encrypted OpenPGP message");
            }
            var options = ConsumerOptions.get().addDecryptionKey(ring, SecretKeyRingProtector.unprotectedKeys());
            return new Checked(
                    PGPainless.decryptAndOrVerify().onInputStream(packets).withOptions(options), encrypted);
        } catch (MissingDecryptionMethodException other) {
            throw new UnreadableMessage(
                    Reason.NOT_TO_US, "it is not encrypted to the hub's key " + fingerprint(), other);
        } catch (UnreadableMessage known) {
            throw known;
        } catch (PGPException | IOException | RuntimeException broken) {
            throw new UnreadableMessage(Reason.BROKEN, Checked.BROKEN, broken);
        }
    }

    @Override
    public String toString() {
        return "ReceivingKey[" + fingerprint() + "]";
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// Checks the message's integrity before it says that the end is reached: the library tells it when it is closed,
    /// and hands through what it takes for no message at all.
    private static final class Checked extends InputStream {
        static final String BROKEN = "it was changed on its way, ends early, or is encrypted in a way that is not safe";

        private final DecryptionStream opened;
        private final InputStream encrypted;
        private Optional<UnreadableMessage> problem = Optional.empty();
        private boolean ended;

        Checked(DecryptionStream opened, InputStream encrypted) {
            this.opened = opened;
            this.encrypted = encrypted;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (problem.isPresent()) throw problem.get();
            if (ended) return -1;
            try {
                int count = opened.read(bytes, offset, length);
                if (count < 0) {
                    opened.close();
                    if (!opened.getMetadata().isEncrypted()) throw new IOException("handed through as it is");
                    ended = true;
                }
                return count;
            } catch (IOException | RuntimeException broken) {
                var told = new UnreadableMessage(Reason.BROKEN, BROKEN, broken);
                problem = Optional.of(told);
                throw told;
            }
        }

        /// What is closed early was not read, so its check does not matter.
        @Override
        public void close() throws IOException {
            encrypted.close();
        }
    }
}
