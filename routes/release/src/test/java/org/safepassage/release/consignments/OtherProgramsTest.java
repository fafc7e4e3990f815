package org.safepassage.release.consignments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Recipients whose OpenPGP is neither ours nor GnuPG: Sequoia (Debian's sq) and OpenPGP.js (npm's openpgp,
/// fetched once with npm).
@Tag("slow")
class OtherProgramsTest {
    private static final String OPENPGPJS = "6.3.2";
    private static final InstantSource CLOCK = InstantSource.system();

    @TempDir
    private Path folder;

    private Path secret = Path.of("");
    private Path open = Path.of("");

    @BeforeEach
    void nameTheFiles() {
        secret = folder.resolve("secret.asc");
        open = folder.resolve("public.asc");
    }

    @Test
    void aRecipientWithSequoiaDecryptsAndVerifies() throws Exception {
        // Given
        run("sq", "key", "generate", "--userid", "r@example.org", "--export", secret.toString());
        Files.writeString(open, run("sq", "key", "extract-cert", secret.toString()));

        // When
        Path encrypted = sealed(OpenPgpForm.V4);
        Path plain = folder.resolve("plain.tar");
        run("sq", "decrypt", "--recipient-key", secret.toString(), "-o", plain.toString(), encrypted.toString());

        // Then
        assertIsTheConsignment(plain);
    }

    @Test
    void aRecipientWithOpenPgpJsDecryptsTheFormOfItsKey() throws Exception {
        for (OpenPgpForm form : OpenPgpForm.values()) {
            // Given
            js("generate", form.name().toLowerCase(java.util.Locale.ROOT), secret.toString(), open.toString());

            // When
            Path plain = folder.resolve("plain-" + form + ".tar");
            String packets = js("decrypt", secret.toString(), sealed(form).toString(), plain.toString());

            // Then
            assertThat(packets)
                    .contains(
                            form == OpenPgpForm.V6
                                    ? List.of("SessionKeyPacket 6", "ProtectedDataPacket 2")
                                    : List.of("SessionKeyPacket 3", "ProtectedDataPacket 1"));
            assertIsTheConsignment(plain);
        }
    }

    @Test
    void aKeyOfVersionFourThatAnnouncesTheNewFormGetsIt() throws Exception {
        // Given
        js("generate", "v4-announcing", secret.toString(), open.toString());

        // When
        Path plain = folder.resolve("plain.tar");
        String packets = js("decrypt", secret.toString(), sealed(OpenPgpForm.V6).toString(), plain.toString());

        // Then
        assertThat(packets).contains("ProtectedDataPacket 2");
        assertIsTheConsignment(plain);
    }

    @Test
    void aKeyAndAFormThatDoNotFitAreRefusedWithWhatToSet() throws Exception {
        // Given / Then
        js("generate", "v6", secret.toString(), open.toString());
        assertThatThrownBy(() -> RecipientKey.read(open, CLOCK))
                .isInstanceOf(UnusableKeyException.class)
                .hasMessageContaining("openPgp: v6");
        RecipientKey six = RecipientKey.read(open, OpenPgpForm.V6, CLOCK);
        assertThat(six.fingerprint()).matches("[0-9A-F]{64}");
        assertThat(six.expires()).isEmpty();

        // Given / Then
        js("generate", "v4", secret.toString(), open.toString());
        assertThat(RecipientKey.read(open, CLOCK).fingerprint()).matches("[0-9A-F]{40}");
        assertThatThrownBy(() -> RecipientKey.read(open, OpenPgpForm.V6, CLOCK))
                .isInstanceOf(UnusableKeyException.class)
                .hasMessageContaining("does not announce RFC 9580");
    }

    @Test
    void aKeyOfVersionSixIsRefusedBeforeItWasMade() throws Exception {
        js("generate", "v6", secret.toString(), open.toString());
        InstantSource earlier = InstantSource.fixed(CLOCK.instant().minus(Duration.ofDays(3)));

        assertThatThrownBy(() -> RecipientKey.read(open, OpenPgpForm.V6, earlier))
                .isInstanceOf(UnusableKeyException.class);
    }

    private Path sealed(OpenPgpForm form) throws Exception {
        Path encrypted = folder.resolve(form + ".tar.pgp");
        var parcels = new Parcels(folder.resolve("keys-" + form + System.nanoTime()));
        try (OutputStream out = Files.newOutputStream(encrypted)) {
            Parcels.sealer()
                    .seal(
                            new Assembly().assemble(Parcels.plan()),
                            Parcels.PROOF,
                            Parcels.CHECKPOINT,
                            parcels.signer,
                            RecipientKey.read(open, form, CLOCK),
                            out);
        }
        signedBy = parcels;
        return encrypted;
    }

    private @org.jspecify.annotations.Nullable Parcels signedBy;

    private void assertIsTheConsignment(Path tar) throws Exception {
        assertThat(java.util.Objects.requireNonNull(signedBy).verify(tar).problems())
                .isEmpty();
    }

    private String js(String... words) throws Exception {
        Path home = Path.of("target", "openpgpjs-" + OPENPGPJS).toAbsolutePath();
        Path library = home.resolve("node_modules/openpgp/dist/node/openpgp.mjs");
        if (!Files.exists(library)) {
            Files.createDirectories(home);
            run(
                    "npm",
                    "install",
                    "--prefix",
                    home.toString(),
                    "--no-audit",
                    "--no-fund",
                    "--no-save",
                    "openpgp@" + OPENPGPJS);
        }
        var command = new ArrayList<>(List.of("node", script().toString(), library.toString()));
        command.addAll(List.of(words));
        return run(command.toArray(String[]::new));
    }

    private static Path script() throws Exception {
        return Path.of(java.util.Objects.requireNonNull(OtherProgramsTest.class.getResource("/openpgpjs.mjs"))
                .toURI());
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("%s said: %s", command[0], output).isZero();
        return output;
    }
}
