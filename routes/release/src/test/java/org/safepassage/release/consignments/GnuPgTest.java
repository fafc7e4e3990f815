package org.safepassage.release.consignments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A recipient who has none of our software: GnuPG, tar and sha256sum, as README's recipe says. Needs Debian's gnupg.
@Tag("slow")
class GnuPgTest {
    private Path temp = Path.of("");
    private Path home = Path.of("");

    @BeforeEach
    void makeHome() throws IOException {
        // GnuPG's agent listens on a socket whose path has room for some hundred characters only.
        temp = Files.createTempDirectory(Path.of("/tmp"), "sp");
        home = Files.createDirectory(
                temp.resolve("g"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    @AfterEach
    void removeHome() throws Exception {
        run(temp, "gpgconf", "--kill", "all");
        try (var files = Files.walk(temp)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Test
    void aRecipientWithGnuPgDecryptsUnpacksAndVerifies() throws Exception {
        for (String algorithm : new String[] {"default", "rsa3072"}) {
            // Given: the recipient made the key with GnuPG and exported its public half.
            String user = algorithm + "@example.org";
            gpg("--quick-generate-key", user, algorithm, "default", "never");
            if (!algorithm.equals("default")) {
                gpg("--quick-add-key", fingerprint(user), algorithm, "encr", "never");
            }
            Path key = temp.resolve(algorithm + ".asc");
            gpg("--armor", "--output", key.toString(), "--export", user);
            var parcels = new Parcels(temp.resolve("keys-" + algorithm));
            Path encrypted = temp.resolve(algorithm + ".tar.pgp");
            try (OutputStream out = Files.newOutputStream(encrypted)) {
                Parcels.sealer()
                        .seal(
                                new Assembly().assemble(Parcels.plan()),
                                Parcels.PROOF,
                                Parcels.CHECKPOINT,
                                parcels.signer,
                                RecipientKey.read(key, InstantSource.system()),
                                out);
            }
            Path unpacked = Files.createDirectory(temp.resolve("unpacked-" + algorithm));
            Path bag = unpacked.resolve(Parcels.ID);

            // When
            gpg("--output", temp.resolve(algorithm + ".tar").toString(), "--decrypt", encrypted.toString());
            run(unpacked, "tar", "-xf", temp.resolve(algorithm + ".tar").toString());
            gpg("--import", parcels.trusted.toString());

            // Then
            run(bag, "sha256sum", "--strict", "-c", BagLayout.MANIFEST);
            run(bag, "sha256sum", "--strict", "-c", BagLayout.TAG_MANIFEST);
            assertThat(gpgIn(bag, "--status-fd", "1", "--verify", BagLayout.TAG_SIGNATURE, BagLayout.TAG_MANIFEST))
                    .contains("[GNUPG:] VALIDSIG " + parcels.signer.fingerprint());
            assertThat(gpgIn(bag, "--status-fd", "1", "--verify", BagLayout.CHECKPOINT_SIGNATURE, BagLayout.CHECKPOINT))
                    .contains("[GNUPG:] VALIDSIG " + parcels.signer.fingerprint());
            assertThat(parcels.verify(bag).problems()).isEmpty();
        }
    }

    @Test
    void gnuPgReadsAProtectedSigningKeyOfOurs() throws Exception {
        // Given
        Path secret = temp.resolve("secret.asc");
        SigningKey key = SigningKey.create(
                secret, temp.resolve("public.asc"), Optional.of("correct horse".toCharArray()), InstantSource.system());

        // When
        gpg("--passphrase", "correct horse", "--import", secret.toString());
        Path signed = Files.writeString(temp.resolve("signed"), "signed");
        gpg("--passphrase", "correct horse", "--detach-sign", signed.toString());

        // Then
        assertThat(gpg("--status-fd", "1", "--verify", signed + ".sig", signed.toString()))
                .contains(key.fingerprint());
    }

    private String fingerprint(String user) throws Exception {
        return gpg("--with-colons", "--list-keys", user)
                .lines()
                .filter(line -> line.startsWith("fpr:"))
                .map(line -> line.split(":")[9])
                .findFirst()
                .orElseThrow();
    }

    private String gpg(String... arguments) throws Exception {
        return gpgIn(temp, arguments);
    }

    private String gpgIn(Path folder, String... arguments) throws Exception {
        var command = new java.util.ArrayList<String>(
                java.util.List.of("gpg", "--batch", "--yes", "--pinentry-mode", "loopback"));
        if (!Arrays.asList(arguments).contains("--passphrase")) {
            command.addAll(java.util.List.of("--passphrase", ""));
        }
        command.addAll(Arrays.asList(arguments));
        return run(folder, command.toArray(String[]::new));
    }

    private String run(Path folder, String... command) throws Exception {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(Map.of("GNUPGHOME", home.toString(), "LC_ALL", "C.UTF-8"));
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as("%s said: %s", String.join(" ", command), output)
                .isZero();
        return output;
    }
}
