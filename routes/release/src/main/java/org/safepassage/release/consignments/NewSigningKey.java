package org.safepassage.release.consignments;

import java.time.Instant;
import java.util.Date;
import org.bouncycastle.bcpg.sig.Features;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.pgpainless.algorithm.HashAlgorithm;
import org.pgpainless.key.generation.KeyRingBuilder;
import org.pgpainless.key.generation.KeySpec;
import org.pgpainless.key.generation.type.KeyType;
import org.pgpainless.key.generation.type.eddsa_legacy.EdDSALegacyCurve;
import org.pgpainless.key.protection.SecretKeyRingProtector;
import org.pgpainless.util.Passphrase;

/// Makes an OpenPGP v4 key that can certify and sign and nothing else. Its self-signature has the key's own time, which
/// the library's builder takes from the system, so that everything the key signs from that instant on verifies.
final class NewSigningKey {
    private NewSigningKey() {}

    static PGPSecretKeyRing made(String userId, Passphrase passphrase, Instant at) {
        Date date = Date.from(at);
        PGPKeyPair pair = KeyRingBuilder.generateKeyPair(
                KeySpec.getBuilder(KeyType.EDDSA_LEGACY(EdDSALegacyCurve._Ed25519))
                        .build(),
                date);
        var hashed = new PGPSignatureSubpacketGenerator();
        hashed.setSignatureCreationTime(true, date);
        hashed.setKeyFlags(true, KeyFlags.CERTIFY_OTHER | KeyFlags.SIGN_DATA);
        hashed.setFeature(true, Features.FEATURE_MODIFICATION_DETECTION);
        hashed.setPrimaryUserID(true, true);
        hashed.setIssuerFingerprint(false, pair.getPublicKey());
        try {
            var encryptor = passphrase.isEmpty()
                    ? null
                    : SecretKeyRingProtector.unlockAnyKeyWith(passphrase).getEncryptor(pair.getKeyID());
            return new PGPKeyRingGenerator(
                            PGPSignature.POSITIVE_CERTIFICATION,
                            pair,
                            userId,
                            new BcPGPDigestCalculatorProvider().get(HashAlgorithm.SHA1.getAlgorithmId()),
                            hashed.generate(),
                            null,
                            new BcPGPContentSignerBuilder(
                                    pair.getPublicKey().getAlgorithm(), HashAlgorithm.SHA512.getAlgorithmId()),
                            encryptor)
                    .generateSecretKeyRing();
        } catch (PGPException e) {
            throw new IllegalStateException("Ed25519 is part of the library", e);
        }
    }
}
