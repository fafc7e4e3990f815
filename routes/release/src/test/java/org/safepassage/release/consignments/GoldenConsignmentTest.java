package org.safepassage.release.consignments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The format, byte for byte. When this fails, recipients' software may fail: raise `Consignment-Format`, or mend the
/// code. The golden bag was signed with a key that was made for this test and is used for nothing else.
class GoldenConsignmentTest {
    private static final Path RESOURCES = Path.of("src/test/resources/org/safepassage/release/consignments");
    private static final Path GOLDEN = RESOURCES.resolve("golden").resolve(Parcels.ID);

    @TempDir
    private Path temp;

    private Path secret = Path.of("");

    @BeforeEach
    void protectKey() throws IOException {
        secret = Files.copy(RESOURCES.resolve("golden/test-only.secret.asc"), temp.resolve("secret.asc"));
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aFixedPlanGivesTheGoldenBagByteForByte() throws Exception {
        // When
        Map<String, String> made = new TreeMap<>();
        for (BagFile file : bag()) {
            try (InputStream bytes = file.content().open()) {
                made.put(file.path(), new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
            }
        }

        // Then
        assertThat(made).containsExactlyEntriesOf(golden());
    }

    @Test
    void theGoldenBagVerifiesAgainstItsPinnedKey() throws Exception {
        // When
        Verification verification = new ConsignmentVerifier()
                .verify(GOLDEN, RESOURCES.resolve("golden/test-only.public.asc"), Optional.empty(), Parcels::custody);

        // Then
        assertThat(verification).isEqualTo(new Verification(true, Parcels.ID, List.of()));
    }

    @Test
    void theArchiveOfEqualBagsIsEqualAndHoldsNoOwner() throws Exception {
        // Given
        var first = new ByteArrayOutputStream();
        var second = new ByteArrayOutputStream();

        // When
        AssembledConsignment assembled = new Assembly().assemble(Parcels.plan());
        new BagTar(assembled.id(), assembled.createdAt()).write(bag(), first);
        new BagTar(assembled.id(), assembled.createdAt()).write(bag(), second);

        // Then
        assertThat(first.toByteArray()).isEqualTo(second.toByteArray());
        var tar = new TarArchiveInputStream(new ByteArrayInputStream(first.toByteArray()));
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            assertThat(entry.getUserName() + entry.getGroupName()).isEmpty();
            assertThat(entry.getLongUserId() + entry.getLongGroupId()).isZero();
            assertThat(entry.getLastModifiedTime().toInstant()).isEqualTo(assembled.createdAt());
        }
    }

    private List<BagFile> bag() throws IOException, UnusableKeyException {
        SigningKey key = SigningKey.open(secret, Optional.empty());
        return Parcels.sealer().sign(new Assembly().assemble(Parcels.plan()), Parcels.PROOF, Parcels.CHECKPOINT, key);
    }

    private static Map<String, String> golden() throws IOException {
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> GOLDEN.relativize(file).toString(),
                            GoldenConsignmentTest::text,
                            (one, other) -> one,
                            TreeMap::new));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
