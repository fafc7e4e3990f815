package org.safepassage.rehearsal.stage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.pgpainless.PGPainless;
import org.pgpainless.decryption_verification.ConsumerOptions;

/// A recipient's own OpenPGP key (v4, RFC 4880bis curves). The secret stays with the recipient; the hub gets the public
/// part as an armoured file. Safe for use by several threads.
public final class RecipientKey {
    private final PGPSecretKeyRing secret;

    private RecipientKey(PGPSecretKeyRing secret) {
        this.secret = secret;
    }

    /// A fresh key without a passphrase: it lives for one rehearsal.
    public static RecipientKey generate(String name) {
        return new RecipientKey(PGPainless.generateKeyRing().modernKeyRing(name + " <" + name + "@rehearsal.invalid>"));
    }

    /// Writes the public part, ASCII-armoured, to `file`.
    ///
    /// @throws IOException when the file cannot be written
    public void writePublic(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(
                file, PGPainless.asciiArmor(PGPainless.extractCertificate(secret)), StandardCharsets.US_ASCII);
    }

    /// The clear bytes of an encrypted stream; integrity is proved only when the end has been read and closed.
    ///
    /// @throws IOException when the stream is not OpenPGP, is damaged or is encrypted to somebody else
    public InputStream decrypt(InputStream encrypted) throws IOException {
        try {
            return PGPainless.decryptAndOrVerify()
                    .onInputStream(encrypted)
                    .withOptions(ConsumerOptions.get().addDecryptionKey(secret));
        } catch (PGPException e) {
            throw new IOException("the consignment is not encrypted to this recipient", e);
        }
    }
}
