package org.safepassage.release.consignments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPKeyRing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpainless.PGPainless;
import org.pgpainless.algorithm.KeyFlag;
import org.pgpainless.key.generation.KeySpec;
import org.pgpainless.key.generation.type.KeyType;
import org.pgpainless.key.generation.type.eddsa_legacy.EdDSALegacyCurve;
import org.pgpainless.key.protection.SecretKeyRingProtector;

class KeysTest {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final byte[] SIGNED = "signed".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void aSigningKeyIsWrittenForItsOwnerAloneAndOpensAgain() throws Exception {
        // Given
        Path secret = folder.resolve("secret.asc");
        Path open = folder.resolve("public.asc");

        // When
        SigningKey made = SigningKey.create(secret, open, Optional.empty(), CLOCK);
        SigningKey opened = SigningKey.open(secret, Optional.empty());

        // Then
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
        assertThat(opened.fingerprint()).isEqualTo(made.fingerprint()).matches("[0-9A-F]{40}");
        Instant at = CLOCK.instant();
        assertThat(opened.sign(SIGNED, at)).isEqualTo(made.sign(SIGNED, at));
        assertThat(DetachedSignature.problem(made.sign(SIGNED, at), SIGNED, KeyFiles.publicKeys(open)))
                .isEmpty();
        assertThat(Files.readAllBytes(open)).isEqualTo(made.publicKey());
    }

    @Test
    void aPassphraseProtectsTheSecretFile() throws Exception {
        // Given
        Path secret = folder.resolve("secret.asc");
        SigningKey made = SigningKey.create(
                secret, folder.resolve("public.asc"), Optional.of("correct horse".toCharArray()), CLOCK);

        // When / Then
        assertThat(SigningKey.open(secret, Optional.of("correct horse".toCharArray()))
                        .fingerprint())
                .isEqualTo(made.fingerprint());
        for (var wrong : java.util.List.<Optional<char[]>>of(Optional.of("wrong".toCharArray()), Optional.empty())) {
            assertThatThrownBy(() -> SigningKey.open(secret, wrong))
                    .isInstanceOf(UnusableKeyException.class)
                    .hasMessageContaining("passphrase does not open");
        }
    }

    @Test
    void anExistingKeyIsNeverReplaced() throws Exception {
        // Given
        Path secret = folder.resolve("secret.asc");
        SigningKey.create(secret, folder.resolve("public.asc"), Optional.empty(), CLOCK);
        byte[] before = Files.readAllBytes(secret);

        // When / Then
        assertThatThrownBy(() -> SigningKey.create(secret, folder.resolve("other.asc"), Optional.empty(), CLOCK))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(Files.readAllBytes(secret)).isEqualTo(before);
    }

    @Test
    void aSecretKeyThatOthersMayReadIsNotUsed() throws Exception {
        // Given
        Path secret = folder.resolve("secret.asc");
        SigningKey.create(secret, folder.resolve("public.asc"), Optional.empty(), CLOCK);
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r-----"));

        // When / Then
        assertThatThrownBy(() -> SigningKey.open(secret, Optional.empty()))
                .isInstanceOf(UnusableKeyException.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void whatIsNoSigningKeyIsTold() throws Exception {
        // Given
        Path open = folder.resolve("public.asc");
        SigningKey.create(folder.resolve("secret.asc"), open, Optional.empty(), CLOCK);
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-------"));

        // When / Then
        assertThatThrownBy(() -> SigningKey.open(open, Optional.empty()))
                .isInstanceOf(UnusableKeyException.class)
                .hasMessageContaining("not one OpenPGP secret key");
        assertThatThrownBy(() -> SigningKey.open(folder.resolve("nothing"), Optional.empty()))
                .isInstanceOf(UnusableKeyException.class)
                .hasMessageContaining("hub init");
    }

    @Test
    void aRecipientsSecretKeyOpensWithItsPassphraseOnly() throws Exception {
        // Given
        Path file = write(PGPainless.generateKeyRing().modernKeyRing("r", "correct horse"));

        // When / Then
        assertThat(RecipientSecret.read(file, Optional.of("correct horse".toCharArray())))
                .hasToString("RecipientSecret[…]");
        assertThatThrownBy(() -> RecipientSecret.read(file, Optional.empty()))
                .isInstanceOf(UnusableKeyException.class)
                .hasMessageContaining("passphrase does not open");
        assertThatThrownBy(() -> RecipientSecret.read(file, Optional.of("wrong".toCharArray())))
                .isInstanceOf(UnusableKeyException.class)
                .hasMessageContaining("passphrase does not open");
    }

    @Test
    void aSoundRecipientKeyIsReadArmoredAndBinary() throws Exception {
        // Given
        var certificate =
                PGPainless.extractCertificate(PGPainless.generateKeyRing().modernKeyRing("r"));
        Path armored = write(certificate);
        Path binary = Files.write(folder.resolve("binary"), certificate.getEncoded());

        // When / Then
        assertThat(RecipientKey.read(armored, CLOCK).fingerprint())
                .isEqualTo(RecipientKey.read(binary, CLOCK).fingerprint())
                .matches("[0-9A-F]{40}");
    }

    @Test
    void anExpiredRecipientKeyIsRefused() throws Exception {
        // Given: one that lives for a day, and the day after.
        var ring = PGPainless.buildKeyRing()
                .setPrimaryKey(KeySpec.getBuilder(
                        KeyType.EDDSA_LEGACY(EdDSALegacyCurve._Ed25519), KeyFlag.CERTIFY_OTHER, KeyFlag.SIGN_DATA))
                .addSubkey(KeySpec.getBuilder(
                        KeyType.XDH_LEGACY(org.pgpainless.key.generation.type.xdh_legacy.XDHLegacySpec._X25519),
                        KeyFlag.ENCRYPT_COMMS,
                        KeyFlag.ENCRYPT_STORAGE))
                .addUserId("r")
                .setExpirationDate(Date.from(CLOCK.instant().plusSeconds(86_400)))
                .build();
        Path file = write(PGPainless.extractCertificate(ring));
        InstantSource later = InstantSource.fixed(CLOCK.instant().plusSeconds(90_000));

        // When / Then
        assertThat(RecipientKey.read(file, CLOCK)).isNotNull();
        assertThatThrownBy(() -> RecipientKey.read(file, later))
                .isInstanceOf(UnusableKeyException.class)
                .hasMessageContaining("expired")
                .hasMessageContaining(file.toString());
        RecipientKey readInTime = RecipientKey.read(file, CLOCK);
        var parcels = new Parcels(folder.resolve("keys"));
        AssembledConsignment assembled = new Assembly().assemble(Parcels.plan());
        var out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> new Sealer(later)
                        .seal(assembled, Parcels.PROOF, Parcels.CHECKPOINT, parcels.signer, readInTime, out))
                .isInstanceOf(UnusableKeyException.class)
                .hasMessageContaining("expired");
        assertThat(out.size()).isZero();
    }

    @Test
    void aRevokedRecipientKeyIsRefused() throws Exception {
        // Given
        var ring = PGPainless.modifyKeyRing(PGPainless.generateKeyRing().modernKeyRing("r"))
                .revoke(SecretKeyRingProtector.unprotectedKeys())
                .done();
        Path file = write(PGPainless.extractCertificate(ring));

        // When / Then
        assertThatThrownBy(() -> RecipientKey.read(file, CLOCK))
                .isInstanceOf(UnusableKeyException.class)
                .hasMessageContaining("revoked");
    }

    @Test
    void aKeyThatOnlySignsIsRefused() throws Exception {
        // Given
        Path open = folder.resolve("public.asc");
        SigningKey.create(folder.resolve("secret.asc"), open, Optional.empty(), CLOCK);

        // When / Then
        assertThatThrownBy(() -> RecipientKey.read(open, CLOCK))
                .isInstanceOf(UnusableKeyException.class)
                .hasMessageContaining("can encrypt");
    }

    @Test
    void aSecretKeySeveralKeysAndNoKeyAreRefused() throws Exception {
        // Given
        var first = PGPainless.generateKeyRing().modernKeyRing("a");
        var second = PGPainless.generateKeyRing().modernKeyRing("b");
        Path secret = write(first);
        Path several = folder.resolve("several");
        var bytes = new ByteArrayOutputStream();
        bytes.write(PGPainless.extractCertificate(first).getEncoded());
        bytes.write(PGPainless.extractCertificate(second).getEncoded());
        Files.write(several, bytes.toByteArray());
        Path none = Files.writeString(folder.resolve("none"), "-----BEGIN PGP PUBLIC KEY BLOCK-----\n");

        // When / Then
        assertThatThrownBy(() -> RecipientKey.read(secret, CLOCK))
                .hasMessageContaining("treat the secret one as leaked");
        assertThatThrownBy(() -> RecipientKey.read(several, CLOCK)).hasMessageContaining("several keys");
        assertThatThrownBy(() -> RecipientKey.read(none, CLOCK)).hasMessageContaining("not an OpenPGP public key");
        assertThatThrownBy(() -> RecipientKey.read(folder.resolve("nothing"), CLOCK))
                .hasMessageContaining("no such file");
    }

    private Path write(PGPKeyRing ring) throws IOException {
        return Files.writeString(folder.resolve("key.asc"), PGPainless.asciiArmor(ring));
    }
}
