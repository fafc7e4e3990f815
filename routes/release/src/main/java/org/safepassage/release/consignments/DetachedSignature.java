package org.safepassage.release.consignments;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.bcpg.BCPGInputStream;
import org.bouncycastle.bcpg.BCPGOutputStream;
import org.bouncycastle.bcpg.PacketFormat;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRingCollection;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.pgpainless.PGPainless;
import org.pgpainless.algorithm.HashAlgorithm;
import org.pgpainless.decryption_verification.ConsumerOptions;
import org.pgpainless.decryption_verification.DecryptionStream;

/// Detached OpenPGP signatures (v4, binary document, SHA-512) in their one encoding: one packet with a new-format
/// header, every subpacket hashed. Equal bytes, key and time give equal signatures.
final class DetachedSignature {
    private static final int MAX_BYTES = 4096;

    private DetachedSignature() {}

    static byte[] make(byte[] signed, PGPPublicKey key, PGPPrivateKey secret, Instant at) throws PGPException {
        var builder = new BcPGPContentSignerBuilder(key.getAlgorithm(), HashAlgorithm.SHA512.getAlgorithmId());
        var generator = new PGPSignatureGenerator(builder, key);
        generator.init(PGPSignature.BINARY_DOCUMENT, secret);
        var hashed = new PGPSignatureSubpacketGenerator();
        hashed.setSignatureCreationTime(true, Date.from(at));
        hashed.setIssuerFingerprint(false, key);
        // GnuPG finds the key by its id; here and not among the unhashed subpackets, which anybody may change.
        hashed.setIssuerKeyID(false, key.getKeyID());
        generator.setHashedSubpackets(hashed.generate());
        generator.setUnhashedSubpackets(new PGPSignatureSubpacketGenerator().generate());
        generator.update(signed);
        try {
            return Armor.write(packet(generator.generate()));
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
    }

    /// What is wrong with the signature, or nothing when a trusted key made it over these bytes.
    static Optional<String> problem(byte[] armored, byte[] signed, PGPPublicKeyRingCollection trusted) {
        if (armored.length > MAX_BYTES) {
            return Optional.of("is too large for a signature");
        }
        Optional<byte[]> packet = Armor.read(armored);
        if (packet.isEmpty()) {
            return Optional.of("is not one armored signature without headers");
        }
        try {
            var signature = new PGPSignature(new BCPGInputStream(new ByteArrayInputStream(packet.get())));
            if (!Arrays.equals(packet(signature), packet.get())
                    || signature.getUnhashedSubPackets().size() != 0
                    || !hasRightPrefix(signature, signed)) {
                return Optional.of("is not in the one encoding that the format allows");
            }
            return isVerified(signature, signed, trusted)
                    ? Optional.empty()
                    : Optional.of("is not a valid signature of the trusted key over these bytes");
        } catch (IOException | PGPException | RuntimeException e) {
            return Optional.of("cannot be read as a signature");
        }
    }

    private static boolean isVerified(PGPSignature signature, byte[] signed, PGPPublicKeyRingCollection trusted)
            throws IOException, PGPException {
        var options = ConsumerOptions.get()
                .addVerificationCerts(trusted)
                .addVerificationOfDetachedSignature(signature)
                .forceNonOpenPgpData();
        DecryptionStream stream = PGPainless.decryptAndOrVerify()
                .onInputStream(new ByteArrayInputStream(signed))
                .withOptions(options);
        try (stream) {
            stream.transferTo(OutputStream.nullOutputStream());
        }
        // What was verified is known only once the stream is closed.
        var metadata = stream.getMetadata();
        return metadata.getVerifiedDetachedSignatures().size() == 1
                && metadata.getRejectedSignatures().isEmpty();
    }

    private static byte[] packet(PGPSignature signature) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new BCPGOutputStream(bytes, PacketFormat.CURRENT)) {
            signature.encode(out);
        }
        return bytes.toByteArray();
    }

    /// The two bytes of the digest that a signature repeats in the open are hints, which no verifier needs to check.
    private static boolean hasRightPrefix(PGPSignature signature, byte[] signed) {
        if (signature.getHashAlgorithm() != HashAlgorithm.SHA512.getAlgorithmId()) {
            return false;
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-512");
            digest.update(signed);
            byte[] whole = digest.digest(signature.getSignatureTrailer());
            return Arrays.equals(signature.getDigestPrefix(), Arrays.copyOf(whole, 2));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-512", e);
        }
    }
}
