package org.safepassage.release.consignments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgpainless.PGPainless;
import org.pgpainless.algorithm.CompressionAlgorithm;
import org.pgpainless.encryption_signing.EncryptionOptions;
import org.pgpainless.encryption_signing.ProducerOptions;
import org.safepassage.release.consignments.Verification.Problem;

class HostilePackagesTest {
    @TempDir
    private Path temp;

    private Parcels parcels;

    @BeforeEach
    void makeKeys() {
        parcels = new Parcels(temp.resolve("keys"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cs-2025-0001/../escaped.txt",
                "cs-2025-0001/data/../../../escaped.txt",
                "cs-2025-0001/data//twice.txt",
                "cs-2025-0001/./data/x.txt",
                "cs-2025-0001/data/renditions/C:\\escaped.txt",
                "cs-2025-0001/data/renditions/.hidden",
                "cs-2025-0001/data/renditions/dot.",
                "cs-2025-0001/data/renditions/имя.txt",
                "cs-2025-0001/data/renditions/new\nline",
                "cs-2025-0001/data/renditions/es\u001b[2Jcape",
                "../escaped.txt",
                "another-folder/data/x.txt",
                "no-folder.txt",
            })
    void aNameThatLeadsElsewhereOrHidesIsToldAndLeadsNowhere(String name) throws Exception {
        // Given
        Path tar = tar(out -> file(out, name, "escaped"));

        // When
        List<Problem> problems = problems(tar);

        // Then: the name is shown with nothing that could drive a terminal.
        assertThat(problems)
                .extracting(Problem::message)
                .containsAnyOf("is a name that no consignment has", "lies outside the archive's one folder");
        assertThat(problems).allMatch(problem -> problem.place().matches("[\\x20-\\x7E]*"));
        try (var files = Files.walk(temp)) {
            assertThat(files.filter(file -> file.toString().contains("escaped")))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/escaped.txt", "//escaped.txt", "/cs-2025-0001/data/x.txt"})
    void anAbsoluteNameIsTold(String name) throws Exception {
        // Given
        Path tar = tar(out -> {
            var entry = new TarArchiveEntry(name, true);
            entry.setSize(0);
            out.putArchiveEntry(entry);
            out.closeArchiveEntry();
        });

        // When / Then
        assertThat(problems(tar)).extracting(Problem::message).contains("lies outside the archive's one folder");
    }

    @ParameterizedTest
    @ValueSource(
            bytes = {
                TarConstants.LF_SYMLINK,
                TarConstants.LF_LINK,
                TarConstants.LF_CHR,
                TarConstants.LF_BLK,
                TarConstants.LF_FIFO
            })
    void aLinkOrDeviceIsTold(byte kind) throws Exception {
        // Given
        Path tar = tar(out -> {
            var entry = new TarArchiveEntry(Parcels.ID + "/data/renditions/link.txt", kind);
            entry.setLinkName("/etc/hostname");
            out.putArchiveEntry(entry);
            out.closeArchiveEntry();
        });

        // When / Then
        assertThat(problems(tar))
                .contains(new Problem("data/renditions/link.txt", "is a link or a special file, not a regular file"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"data/case-file.json", "data/CASE-FILE.json", "tagmanifest-sha256.txt", "BAGIT.txt"})
    void aSecondFileOfOneNameIsToldWhateverItsCase(String path) throws Exception {
        // Given
        Path tar = tar(out -> file(out, Parcels.ID + "/" + path, "second"));

        // When / Then
        assertThat(problems(tar)).contains(new Problem(path, "is there twice"));
    }

    @Test
    void aCompressionBombEndsWhenItHoldsMoreThanItWeighs() throws Exception {
        // Given: 50 MB of zeros in a rendition, encrypted and compressed to a fraction.
        Path bomb = temp.resolve("bomb.pgp");
        try (OutputStream out = Files.newOutputStream(bomb);
                OutputStream encrypted = encrypted(out, CompressionAlgorithm.ZIP)) {
            var tar = new TarArchiveOutputStream(encrypted);
            var entry = new TarArchiveEntry(Parcels.ID + "/data/renditions/zeros.txt");
            entry.setSize(50_000_000);
            tar.putArchiveEntry(entry);
            byte[] zeros = new byte[1_000_000];
            for (int million = 0; million < 50; million++) {
                tar.write(zeros);
            }
            tar.closeArchiveEntry();
            tar.finish();
        }

        // When / Then
        Assertions.assertThat(Files.size(bomb)).isLessThan(1_000_000);
        assertThat(problems(bomb)).containsExactly(new Problem("package", "unpacks to more than it may"));
    }

    @Test
    void aHugeManifestIsNotHeld() throws Exception {
        // Given
        var verifier = new ConsignmentVerifier(new PackageLimits(1_000, 1 << 10, 1 << 10, 64 << 10, 100));
        Path bag = parcels.unpacked("bag");
        Files.writeString(bag.resolve(BagLayout.MANIFEST), "a".repeat(2 << 10));

        // When
        Verification verification = verifier.verify(bag, parcels.trusted, parcels.secret(), Parcels::custody);

        // Then
        assertThat(verification.problems())
                .containsExactly(new Problem("package", "holds a manifest-sha256.txt of more than 1024 bytes"));
    }

    @Test
    void tooManyFilesAreNotCountedToTheEnd() throws Exception {
        // Given
        var verifier = new ConsignmentVerifier(new PackageLimits(50, 1 << 20, 1 << 20, 64 << 10, 100));
        Path tar = tar(out -> {
            for (int number = 0; number < 60; number++) {
                file(out, Parcels.ID + "/data/renditions/" + number + ".txt", "");
            }
        });

        // When
        Verification verification = verifier.verify(tar, parcels.trusted, parcels.secret(), Parcels::custody);

        // Then
        assertThat(verification.problems()).containsExactly(new Problem("package", "holds more than 50 files"));
    }

    @Test
    void aHeaderThatNeverEndsIsNotHeld() throws Exception {
        // Given: a GNU long name of 200 MB, which a reader would gather in memory.
        Path tar = temp.resolve("header.tar");
        try (OutputStream out = Files.newOutputStream(tar)) {
            var header = new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
            header.setSize(200_000_000);
            byte[] block = new byte[512];
            header.writeEntryHeader(block);
            out.write(block);
            byte[] name = "a".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII);
            for (int million = 0; million < 200; million++) {
                out.write(name);
            }
        }

        // When / Then
        assertThat(problems(tar)).containsExactly(new Problem("package", "unpacks to more than it may"));
    }

    @Test
    void bytesAfterTheEndOfTheArchiveAreTold() throws Exception {
        // Given
        Path tar = tar(out -> {});
        Files.writeString(tar, "and a letter with a name", java.nio.file.StandardOpenOption.APPEND);

        // When / Then
        assertThat(problems(tar)).containsExactly(new Problem("package", "goes on after the end of its archive"));
    }

    @Test
    void anArchiveWhoseFolderIsNotTheIdIsTold() throws Exception {
        // Given
        var bytes = new ByteArrayOutputStream();
        new BagTar("cs-2025-0002", Parcels.CONSIGNED).write(parcels.bag(), bytes);
        Path tar = Files.write(temp.resolve("other.tar"), bytes.toByteArray());

        // When / Then
        assertThat(problems(tar)).containsExactly(new Problem("package", "has a folder that is not named as its id"));
    }

    @Test
    void anEmptyFileAnEmptyFolderAndAnEmptyArchiveAreNotVerified() throws Exception {
        // Given
        Path file = Files.write(temp.resolve("empty"), new byte[0]);
        Path folder = Files.createDirectory(temp.resolve("empty-folder"));
        Path archive = Files.write(temp.resolve("empty.tar"), new byte[10_240]);

        // When / Then
        for (Path empty : List.of(file, folder, archive)) {
            assertThat(problems(empty)).isNotEmpty();
        }
    }

    @Test
    void randomBytesAndBrokenArchivesAreAVerdictAndNeverAnException() throws Exception {
        // Given
        var random = new Random(7);
        byte[] sound = Files.readAllBytes(tar(out -> {}));
        var packages = new ArrayList<byte[]>();
        for (int round = 0; round < 50; round++) {
            byte[] noise = new byte[random.nextInt(4_000)];
            random.nextBytes(noise);
            packages.add(noise);
            byte[] broken = sound.clone();
            for (int change = 0; change < 8; change++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            packages.add(broken);
            packages.add(java.util.Arrays.copyOf(sound, random.nextInt(sound.length)));
        }

        // When / Then
        int invalid = 0;
        for (byte[] bytes : packages) {
            Verification verification = parcels.verify(Files.write(temp.resolve("package"), bytes));
            invalid += verification.valid() ? 0 : 1;
        }
        // A change may fall on the archive's own padding or a time, which the bag does not rely on.
        assertThat(invalid).isGreaterThan(packages.size() * 9 / 10);
    }

    @Test
    void aHundredProblemsAreEnough() throws Exception {
        // Given
        Path tar = tar(out -> {
            for (int number = 0; number < 5_000; number++) {
                file(out, Parcels.ID + "/.hidden-" + number, "");
            }
        });

        // When / Then
        Assertions.assertThatNoException()
                .isThrownBy(() -> org.junit.jupiter.api.Assertions.assertTimeout(
                        Duration.ofSeconds(20), () -> assertThat(problems(tar)).hasSize(100)));
    }

    private interface More {
        void into(TarArchiveOutputStream out) throws IOException;
    }

    /// The sound bag's archive with more behind it.
    private Path tar(More more) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var tar = new TarArchiveOutputStream(bytes, StandardCharsets.UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        for (BagFile file : parcels.bag()) {
            try (InputStream content = file.content().open()) {
                file(tar, Parcels.ID + "/" + file.path(), new String(content.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        more.into(tar);
        tar.finish();
        return Files.write(temp.resolve("package.tar"), bytes.toByteArray());
    }

    private static void file(TarArchiveOutputStream tar, String name, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var entry = new TarArchiveEntry(name, true);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    private OutputStream encrypted(OutputStream out, CompressionAlgorithm compression) throws Exception {
        var options = EncryptionOptions.get().addRecipient(parcels.recipient().certificate());
        return PGPainless.encryptAndOrSign()
                .onOutputStream(out)
                .withOptions(ProducerOptions.encrypt(options)
                        .setAsciiArmor(false)
                        .overrideCompressionAlgorithm(compression));
    }

    private List<Problem> problems(Path path) throws IOException, UnusableKeyException {
        return parcels.verify(path).problems();
    }
}
