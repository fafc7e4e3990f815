package org.safepassage.release.consignments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.release.consignments.UnreadableMessage.Reason;

class ReceivingKeyTest {
    private static final byte[] SENT = "Invented Person was here.".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private ReceivingKey key;
    private Path publicFile;

    @BeforeEach
    void makeTheKey() throws Exception {
        publicFile = folder.resolve("receiving.pub.asc");
        key = ReceivingKey.create(folder.resolve("receiving.asc"), publicFile);
    }

    @Test
    void aKeyIsWrittenForItsOwnerAloneAndOpensAgain() throws Exception {
        ReceivingKey opened = ReceivingKey.open(folder.resolve("receiving.asc"));

        assertThat(opened.fingerprint()).isEqualTo(key.fingerprint()).matches("[0-9A-F]{40}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("receiving.asc"))))
                .isEqualTo("rw-------");
        assertThat(opened.toString()).doesNotContain("PRIVATE");
    }

    @Test
    void whatGnuPgEncryptsToItIsOpened() throws Exception {
        for (List<String> form : List.of(List.of("--armor"), List.<String>of(), List.of("--compress-algo", "none"))) {
            assertThat(plain(gnuPg(SENT, form))).isEqualTo(SENT);
        }
    }

    @Test
    void whatTheHubItselfEncryptsIsOpenedInPieces() throws Exception {
        byte[] large = new byte[3 << 20];
        new Random(7).nextBytes(large);

        assertThat(plain(toThis(large))).isEqualTo(large);
    }

    @Test
    void everyChangedByteIsNoticedBeforeTheEndIsSaid() throws Exception {
        byte[] encrypted = toThis(SENT);
        for (int at = 0; at < encrypted.length; at++) {
            byte[] changed = encrypted.clone();
            changed[at] ^= 0x10;
            assertThat(catchThrowable(() -> plain(changed)))
                    .as("byte %d of %d", at, encrypted.length)
                    .isInstanceOf(UnreadableMessage.class);
        }
    }

    @Test
    void aMessageThatEndsEarlyIsNoticed() throws Exception {
        byte[] encrypted = toThis(SENT);
        for (int length = 0; length < encrypted.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(encrypted, length);
            assertThat(catchThrowable(() -> plain(cut)))
                    .as("%d of %d bytes", length, encrypted.length)
                    .isInstanceOf(UnreadableMessage.class);
        }
    }

    @Test
    void aMessageToSomebodyElseIsToldWithTheHubsFingerprint() throws Exception {
        Path theirs = folder.resolve("theirs.pub.asc");
        ReceivingKey.create(folder.resolve("theirs.asc"), theirs);
        byte[] message = encrypted(theirs, SENT);

        assertThatThrownBy(() -> plain(message))
                .isInstanceOfSatisfying(
                        UnreadableMessage.class,
                        told -> assertThat(told.reason()).isEqualTo(Reason.NOT_TO_US))
                .hasMessageContaining(key.fingerprint());
    }

    @Test
    void whatAnybodyCouldReadIsNotTakenForEncrypted() throws Exception {
        for (byte[] open : List.of(SENT, new byte[0], gnuPgStored())) {
            assertThatThrownBy(() -> plain(open))
                    .isInstanceOfSatisfying(
                            UnreadableMessage.class,
                            told -> assertThat(told.reason()).isEqualTo(Reason.NOT_ENCRYPTED));
        }
    }

    private byte[] plain(byte[] message) throws IOException {
        try (InputStream opened = key.decrypt(new ByteArrayInputStream(message))) {
            return opened.readAllBytes();
        }
    }

    private byte[] toThis(byte[] bytes) throws Exception {
        return encrypted(publicFile, bytes);
    }

    private static byte[] encrypted(Path publicFile, byte[] bytes) throws Exception {
        var clock = InstantSource.system();
        var to = RecipientKey.read(publicFile, clock).usable(clock.instant());
        var out = new ByteArrayOutputStream();
        try (var message = Encryption.to(to, OpenPgpForm.V4, out, "case.zip", clock.instant())) {
            message.write(bytes);
        }
        return out.toByteArray();
    }

    private byte[] gnuPg(byte[] bytes, List<String> options) throws Exception {
        Path home = Files.createTempDirectory(
                folder, "g", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path in = Files.write(home.resolve("in"), bytes);
        Path out = home.resolve("out");
        var command = new java.util.ArrayList<>(
                List.of("gpg", "--homedir", home.toString(), "--batch", "--quiet", "--trust-model", "always"));
        command.addAll(options);
        command.addAll(List.of("--recipient-file", publicFile.toString(), "--output", out.toString(), "--encrypt"));
        command.add(in.toString());
        run(command);
        return Files.readAllBytes(out);
    }

    /// An OpenPGP message that is not encrypted.
    private byte[] gnuPgStored() throws Exception {
        Path in = Files.write(folder.resolve("stored"), SENT);
        run(List.of("gpg", "--homedir", folder.toString(), "--batch", "--quiet", "--store", in.toString()));
        return Files.readAllBytes(folder.resolve("stored.gpg"));
    }

    private static void run(List<String> command) throws Exception {
        var process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }
}
