package org.safepassage.release.consignments;

import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.bcpg.AEADAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;

/// A stream that encrypts to a recipient: one OpenPGP message of AES-256, uncompressed, so that it never
/// unpacks to more than it weighs. By default with SEIPD v1, which GnuPG 2.2 and every other implementation
/// of OpenPGP v4 decrypts; on request with SEIPD v2 of RFC 9580, whose every 64 KiB are proved before they
/// are given.
///
/// Built on Bouncy Castle itself, since PGPainless's stream writes single bytes and takes ten times as
/// long; PGPainless still judges the key.
final class Encryption extends OutputStream {
    private static final int CHUNK = 1 << 16;
    /// Octets of a proved chunk as 2 to the power of this plus 6.
    private static final int CHUNK_EXPONENT = 10;

    private final PGPEncryptedDataGenerator encryption;
    private final PGPLiteralDataGenerator literal = new PGPLiteralDataGenerator();
    private final OutputStream encrypted;
    private final OutputStream plain;

    private Encryption(PGPEncryptedDataGenerator encryption, OutputStream out, String name, Instant time)
            throws IOException, PGPException {
        this.encryption = encryption;
        this.encrypted = encryption.open(out, new byte[CHUNK]);
        this.plain = literal.open(encrypted, PGPLiteralData.BINARY, name, Date.from(time), new byte[CHUNK]);
    }

    /// @param keys the recipient's keys that may encrypt now
    /// @param form that the recipient's program reads
    /// @param out gets the message and is left open
    /// @param name and `time` of the one file inside
    static OutputStream to(List<PGPPublicKey> keys, OpenPgpForm form, OutputStream out, String name, Instant time)
            throws IOException {
        var builder =
                new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256).setSecureRandom(new SecureRandom());
        switch (form) {
            case V4 -> builder.setWithIntegrityPacket(true);
            case V6 ->
                builder.setWithAEAD(AEADAlgorithmTags.OCB, CHUNK_EXPONENT).setUseV6AEAD();
        }
        var encryption = new PGPEncryptedDataGenerator(builder);
        keys.forEach(key -> encryption.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(key)));
        try {
            return new Encryption(encryption, out, name, time);
        } catch (PGPException e) {
            throw new IOException("the encryption could not be set up", e);
        }
    }

    @Override
    public void write(int b) throws IOException {
        plain.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        plain.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
        literal.close();
        encryption.close();
    }
}
