package org.safepassage.evidence.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultTest {
    private static final byte[] LETTER = "an invented letter".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path dir;

    private KeyRing keys;
    private Vault vault;

    @BeforeEach
    void open() throws IOException {
        keys = KeyRing.create(dir.resolve("keys.json"), Optional.empty());
        vault = Vault.open(dir.resolve("vault"), keys);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4095, 65_479, 65_480, 65_481, 65_536, 131_072, 1_000_003})
    void whatIsPutComesBackUnchanged(int size) throws IOException {
        // Given
        byte[] plain = new SampleBytes(size, size).readAllBytes();

        // When
        Sealed sealed = vault.put(new ByteArrayInputStream(plain));

        // Then
        assertThat(sealed).isEqualTo(new Sealed(SampleBytes.sha256(size, size), size, false));
        assertThat(read(sealed.sha256())).isEqualTo(plain);
        assertThat(vault.content(sealed.sha256()).size()).isEqualTo(size);
        assertThat(vault.verify(sealed.sha256())).isEqualTo(Condition.INTACT);
    }

    @Test
    void theSameBytesTwiceAreOneObject() throws IOException {
        // Given
        Sealed first = put(LETTER);
        byte[] before = Files.readAllBytes(file(first.sha256()));

        // When
        Sealed second = put(LETTER);

        // Then
        assertThat(second).isEqualTo(new Sealed(first.sha256(), LETTER.length, true));
        assertThat(Files.readAllBytes(file(first.sha256()))).isEqualTo(before);
        assertThat(partials()).isEmpty();
    }

    @Test
    void anObjectIsReadAgainByAnotherVaultWithTheSameKeys() throws IOException {
        // Given
        Sealed sealed = put(LETTER);

        // When
        Vault again = Vault.open(dir.resolve("vault"), KeyRing.open(keys.file(), Optional.empty()));

        // Then
        assertThat(again.holds(sealed.sha256())).isTrue();
        assertThat(again.content(sealed.sha256()).open().readAllBytes()).isEqualTo(LETTER);
        assertThat(list(again)).containsExactly(sealed.sha256());
    }

    @Test
    void manyThreadsPutTheSameAndOtherBytesAtOnce() throws Exception {
        // Given
        List<Callable<Sealed>> puts = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int seed = i % 12;
            puts.add(() -> vault.put(new SampleBytes(seed, 10_000L * seed)));
        }
        Collections.shuffle(puts, new Random(5));

        // When
        List<Future<Sealed>> done;
        try (var pool = Executors.newFixedThreadPool(12)) {
            done = pool.invokeAll(puts);
        }

        // Then
        HashSet<String> digests = new HashSet<>();
        for (Future<Sealed> sealed : done) {
            digests.add(sealed.get().sha256());
        }
        assertThat(digests).hasSize(12);
        assertThat(list(vault)).containsExactlyInAnyOrderElementsOf(digests);
        for (String sha256 : digests) {
            assertThat(vault.verify(sha256)).isEqualTo(Condition.INTACT);
        }
        assertThat(partials()).isEmpty();
    }

    @Test
    void anySingleFlippedBitIsFoundAndNoWrongByteIsDelivered() throws IOException {
        // Given
        byte[] plain = new SampleBytes(3, 70_000).readAllBytes();
        Path file = file(put(plain).sha256());
        String sha256 = String.valueOf(file.getFileName());
        byte[] good = Files.readAllBytes(file);
        // All of the used header, the edges of both slots, and a walk through the body.
        List<Integer> places =
                new ArrayList<>(Stream.iterate(0, i -> i < 120, i -> i + 1).toList());
        places.addAll(List.of(2000, 4095, 4096, 6000, 8191, 8192, 8231, 8232, good.length - 1));
        new Random(7).ints(60, 8192, good.length).forEach(places::add);

        for (int place : places) {
            byte[] changed = good.clone();
            changed[place] ^= (byte) (1 << (place % 8));
            Files.write(file, changed);

            // When
            Condition condition = vault.verify(sha256);

            // Then
            assertThat(condition).as("bit at %d", place).isIn(Condition.DAMAGED, Condition.KEY_UNKNOWN);
            byte[] delivered = deliveredUntilTrouble(sha256);
            assertThat(delivered).isEqualTo(Arrays.copyOf(plain, delivered.length));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5000, 65_536, 70_039})
    void aShortenedOrLengthenedObjectIsFound(int change) throws IOException {
        // Given
        Path file = file(put(new SampleBytes(4, 70_000).readAllBytes()).sha256());
        String sha256 = String.valueOf(file.getFileName());
        byte[] good = Files.readAllBytes(file);

        // When
        Files.write(file, Arrays.copyOf(good, good.length - change));
        Condition shortened = vault.verify(sha256);
        Files.write(file, Arrays.copyOf(good, good.length + change));
        Condition lengthened = vault.verify(sha256);

        // Then
        assertThat(shortened).isEqualTo(Condition.DAMAGED);
        assertThat(lengthened).isEqualTo(Condition.DAMAGED);
    }

    @Test
    void anObjectUnderAnotherObjectsNameIsDamaged() throws IOException {
        // Given
        String one = put(LETTER).sha256();
        String other = put("another letter".getBytes(StandardCharsets.UTF_8)).sha256();

        // When
        Files.write(file(one), Files.readAllBytes(file(other)));

        // Then
        assertThat(vault.verify(one)).isEqualTo(Condition.DAMAGED);
        assertThatThrownBy(() -> vault.content(one))
                .isInstanceOf(VaultDamaged.class)
                .hasMessageContaining(one);
    }

    @Test
    void puttingTheSameOriginalAgainHealsADamagedObject() throws IOException {
        // Given
        Sealed sealed = put(LETTER);
        byte[] bytes = Files.readAllBytes(file(sealed.sha256()));
        bytes[bytes.length - 1] ^= 1;
        Files.write(file(sealed.sha256()), bytes);

        // When
        Sealed again = put(LETTER);

        // Then
        assertThat(again.alreadyHeld()).isFalse();
        assertThat(read(sealed.sha256())).isEqualTo(LETTER);
    }

    @Test
    void whatIsNotHeldIsMissing() throws IOException {
        // Given
        String nothing = "0".repeat(64);

        // When, Then
        assertThat(vault.holds(nothing)).isFalse();
        assertThat(vault.verify(nothing)).isEqualTo(Condition.MISSING);
        assertThatThrownBy(() -> vault.content(nothing)).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> vault.holds("../../etc/passwd")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSourceThatFailsLeavesNothingBehind() throws IOException {
        // Given
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the partner hung up");
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                return read();
            }
        };
        InputStream failing = new SequenceInputStream(new SampleBytes(8, 200_000), broken);

        // When, Then
        assertThatThrownBy(() -> vault.put(failing))
                .isInstanceOf(IOException.class)
                .hasMessage("the partner hung up");
        assertThat(list(vault)).isEmpty();
        assertThat(partials()).isEmpty();
    }

    @Test
    void plainBytesAreNowhereOnTheDiskAndFilesAreTheOwnersAlone() throws IOException {
        // Given
        byte[] repeated = "PLAINTEXT-MARK".repeat(20_000).getBytes(StandardCharsets.UTF_8);

        // When
        Sealed sealed = put(repeated);

        // Then
        assertThat(Files.readString(file(sealed.sha256()), StandardCharsets.ISO_8859_1))
                .doesNotContain("PLAINTEXT-MARK");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(sealed.sha256()))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve("vault"))))
                .isEqualTo("rwx------");
    }

    @Test
    void aRewrapMovesEveryHeaderToTheNewKeyAndLeavesBodiesAlone() throws IOException {
        // Given
        List<Sealed> objects = List.of(put(LETTER), put(new byte[0]), put(new SampleBytes(5, 200_000).readAllBytes()));
        byte[] bodyBefore = body(objects.get(2));
        keys.rotate();
        Sealed young = put("after the rotation".getBytes(StandardCharsets.UTF_8));

        // When
        Rewrapped first = vault.rewrap();
        Rewrapped second = vault.rewrap();

        // Then
        assertThat(first).isEqualTo(new Rewrapped(3, 1, List.of()));
        assertThat(second).isEqualTo(new Rewrapped(0, 4, List.of()));
        assertThat(body(objects.get(2))).isEqualTo(bodyBefore);
        assertThat(read(objects.get(0).sha256())).isEqualTo(LETTER);
        assertThat(vault.verify(objects.get(1).sha256())).isEqualTo(Condition.INTACT);
        assertThat(vault.verify(young.sha256())).isEqualTo(Condition.INTACT);
        assertThat(keys.sealedByPrimary(sealedHeader(objects.get(0)))).isTrue();
    }

    @Test
    void readersAreNotDisturbedByRotationsAndRewraps() throws Exception {
        // Given
        Sealed sealed = put(new SampleBytes(6, 150_000).readAllBytes());
        Callable<Void> rotations = () -> {
            for (int i = 0; i < 8; i++) {
                keys.rotate();
                vault.rewrap();
            }
            return null;
        };
        Callable<Void> reads = () -> {
            for (int i = 0; i < 60; i++) {
                assertThat(vault.verify(sealed.sha256())).isEqualTo(Condition.INTACT);
            }
            return null;
        };

        // When
        List<Future<Void>> done;
        try (var pool = Executors.newFixedThreadPool(4)) {
            done = pool.invokeAll(List.of(rotations, rotations, reads, reads));
        }

        // Then
        for (Future<Void> result : done) {
            assertThat(result.get()).isNull();
        }
    }

    @Test
    void aRewrapReportsADamagedHeaderAndGoesOn() throws IOException {
        // Given
        Sealed damaged = put(LETTER);
        Sealed good = put(new byte[] {1});
        byte[] bytes = Files.readAllBytes(file(damaged.sha256()));
        bytes[40] ^= 1;
        Files.write(file(damaged.sha256()), bytes);
        keys.rotate();

        // When
        Rewrapped result = vault.rewrap();

        // Then
        assertThat(result).isEqualTo(new Rewrapped(1, 0, List.of(damaged.sha256())));
        assertThat(vault.verify(good.sha256())).isEqualTo(Condition.INTACT);
    }

    @Test
    void aWrongKeyRingIsToldFromDamage() throws IOException {
        // Given
        Sealed sealed = put(LETTER);
        KeyRing other = KeyRing.create(dir.resolve("other.json"), Optional.empty());

        // When
        Vault stranger = Vault.open(dir.resolve("vault"), other);

        // Then
        assertThat(stranger.verify(sealed.sha256())).isEqualTo(Condition.KEY_UNKNOWN);
        assertThatThrownBy(() -> stranger.content(sealed.sha256())).isInstanceOf(KeyRingException.class);
    }

    @Test
    void aPartialFileThatIsBeingWrittenOutlivesASweep() throws IOException {
        // Given
        Path folder = dir.resolve("vault").resolve("partial");
        Files.write(folder.resolve("dead.part"), LETTER);

        try (Partial living = Partial.create(folder)) {
            // When
            Vault.open(dir.resolve("vault"), keys);

            // Then
            assertThat(partials()).hasSize(1).doesNotContain(folder.resolve("dead.part"));
            assertThat(living).isNotNull();
        }
    }

    @Test
    void keysInsideTheVaultAreRefused() {
        // Given
        KeyRing inside = KeyRing.create(dir.resolve("vault").resolve("keys.json"), Optional.empty());

        // When, Then
        assertThatThrownBy(() -> Vault.open(dir.resolve("vault"), inside)).hasMessageContaining("move it outside");
    }

    private Sealed put(byte[] plain) throws IOException {
        return vault.put(new ByteArrayInputStream(plain));
    }

    private byte[] read(String sha256) throws IOException {
        try (InputStream in = vault.content(sha256).open()) {
            return in.readAllBytes();
        }
    }

    private byte[] deliveredUntilTrouble(String sha256) {
        ByteArrayOutputStream delivered = new ByteArrayOutputStream();
        try (InputStream in = vault.content(sha256).open()) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                delivered.write(b);
            }
        } catch (IOException | KeyRingException e) {
            return delivered.toByteArray();
        }
        return delivered.toByteArray();
    }

    private byte[] body(Sealed sealed) throws IOException {
        byte[] all = Files.readAllBytes(file(sealed.sha256()));
        return Arrays.copyOfRange(all, ObjectHeader.LENGTH, all.length);
    }

    private byte[] sealedHeader(Sealed sealed) throws IOException {
        byte[] all = Files.readAllBytes(file(sealed.sha256()));
        byte[] second = Arrays.copyOfRange(all, ObjectHeader.SLOT, ObjectHeader.LENGTH);
        return ObjectHeader.sealedIn(second).orElseThrow();
    }

    private Path file(String sha256) {
        return dir.resolve("vault")
                .resolve("objects")
                .resolve(sha256.substring(0, 2))
                .resolve(sha256);
    }

    private List<Path> partials() throws IOException {
        try (Stream<Path> files = Files.list(dir.resolve("vault").resolve("partial"))) {
            return files.toList();
        }
    }

    private static List<String> list(Vault vault) throws IOException {
        try (Stream<String> digests = vault.digests()) {
            return digests.toList();
        }
    }
}
