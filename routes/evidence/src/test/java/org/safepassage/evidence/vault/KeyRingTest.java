package org.safepassage.evidence.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.evidence.vault.KeyRingException.Reason;

class KeyRingTest {
    private static final byte[] VALUE = "a value".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path dir;

    @Test
    void whatIsSealedOpensAfterTheFileIsOpenedAgain() {
        // Given
        Path file = dir.resolve("keys.json");
        byte[] closed = KeyRing.create(file, Optional.empty()).sealSmall(VALUE, "table/1");

        // When
        byte[] opened = KeyRing.open(file, Optional.empty()).openSmall(closed, "table/1");

        // Then
        assertThat(opened).isEqualTo(VALUE);
    }

    @Test
    void aValueSealedForOnePlaceDoesNotOpenInAnother() {
        // Given
        KeyRing keys = KeyRing.create(dir.resolve("keys.json"), Optional.empty());
        byte[] closed = keys.sealSmall(VALUE, "table/1");

        // When, Then
        assertThat(reason(() -> keys.openSmall(closed, "table/2"))).isEqualTo(Reason.NOT_AUTHENTIC);
    }

    @Test
    void anyFlippedBitOfASealedValueIsRefused() {
        // Given
        KeyRing keys = KeyRing.create(dir.resolve("keys.json"), Optional.empty());
        byte[] closed = keys.sealSmall(VALUE, "table/1");

        for (int bit = 0; bit < closed.length * 8; bit++) {
            byte[] changed = closed.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));

            // When, Then
            assertThat(reason(() -> keys.openSmall(changed, "table/1"))).isIn(Reason.NOT_AUTHENTIC, Reason.UNKNOWN_KEY);
        }
        assertThat(reason(() -> keys.openSmall(new byte[0], "table/1"))).isEqualTo(Reason.NOT_AUTHENTIC);
    }

    @Test
    void rotationMakesANewPrimaryKeyAndOldValuesStillOpen() {
        // Given
        Path file = dir.resolve("keys.json");
        KeyRing keys = KeyRing.create(file, Optional.empty());
        String before = keys.keyId();
        byte[] old = keys.sealSmall(VALUE, "c");

        // When
        String after = keys.rotate();

        // Then
        assertThat(after).isNotEqualTo(before).isEqualTo(keys.keyId()).matches("[0-9a-f]{8}");
        assertThat(keys.openSmall(old, "c")).isEqualTo(VALUE);
        KeyRing again = KeyRing.open(file, Optional.empty());
        assertThat(again.keyId()).isEqualTo(after);
        assertThat(again.openSmall(old, "c")).isEqualTo(VALUE);
        assertThat(again.openSmall(keys.sealSmall(VALUE, "c"), "c")).isEqualTo(VALUE);
        assertThat(Files.exists(file)).isTrue();
        assertThat(dir).isDirectoryNotContaining(p -> String.valueOf(p).endsWith(".new"));
    }

    @Test
    void aRingThatWasOpenDuringARotationElsewhereReadsTheNewKey() {
        // Given
        Path file = dir.resolve("keys.json");
        KeyRing hub = KeyRing.create(file, Optional.empty());
        KeyRing commandLine = KeyRing.open(file, Optional.empty());
        commandLine.rotate();

        // When
        byte[] opened = hub.openSmall(commandLine.sealSmall(VALUE, "c"), "c");

        // Then
        assertThat(opened).isEqualTo(VALUE);
    }

    @Test
    void rotationsFromSeveralRingsAtOnceLoseNoKey() throws Exception {
        // Given
        Path file = dir.resolve("keys.json");
        KeyRing.create(file, Optional.empty());
        Callable<byte[]> rotateAndSeal = () -> {
            KeyRing keys = KeyRing.open(file, Optional.empty());
            keys.rotate();
            return keys.sealSmall(VALUE, "c");
        };

        // When
        List<Future<byte[]>> values;
        try (var pool = Executors.newFixedThreadPool(8)) {
            values = pool.invokeAll(
                    List.of(rotateAndSeal, rotateAndSeal, rotateAndSeal, rotateAndSeal, rotateAndSeal, rotateAndSeal));
        }

        // Then
        KeyRing keys = KeyRing.open(file, Optional.empty());
        for (Future<byte[]> value : values) {
            assertThat(keys.openSmall(value.get(), "c")).isEqualTo(VALUE);
        }
    }

    @Test
    void idsAreStableOverRotationAndReopeningAndDifferBetweenRings() {
        // Given
        Path file = dir.resolve("keys.json");
        KeyRing keys = KeyRing.create(file, Optional.empty());
        String id = keys.deterministicId("consignment", "partner", "case 1");

        // When
        keys.rotate();

        // Then
        assertThat(keys.deterministicId("consignment", "partner", "case 1"))
                .isEqualTo(id)
                .matches("[a-z2-7]{26}");
        assertThat(KeyRing.open(file, Optional.empty()).deterministicId("consignment", "partner", "case 1"))
                .isEqualTo(id);
        assertThat(KeyRing.create(dir.resolve("other.json"), Optional.empty())
                        .deterministicId("consignment", "partner", "case 1"))
                .isNotEqualTo(id);
    }

    @Test
    void partsOfAnIdCannotBeShiftedIntoOneAnother() {
        // Given
        KeyRing keys = KeyRing.create(dir.resolve("keys.json"), Optional.empty());

        // When
        Set<String> ids = new HashSet<>(List.of(
                keys.deterministicId("p", "ab", "c"),
                keys.deterministicId("p", "a", "bc"),
                keys.deterministicId("p", "abc"),
                keys.deterministicId("p", "abc", ""),
                keys.deterministicId("pa", "bc"),
                keys.deterministicId("p")));

        // Then
        assertThat(ids).hasSize(6);
    }

    @Test
    void theFileIsReadableByItsOwnerOnlyAndNeverOverwritten() throws IOException {
        // Given
        Path file = dir.resolve("private").resolve("keys.json");
        KeyRing keys = KeyRing.create(file, Optional.empty());
        byte[] before = Files.readAllBytes(file);

        // When
        Reason reason = reason(() -> KeyRing.create(file, Optional.empty()));

        // Then
        assertThat(reason).isEqualTo(Reason.ALREADY_THERE);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        keys.rotate();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileThatOthersCanReadIsRefusedWithTheRemedy() throws IOException {
        // Given
        Path file = dir.resolve("keys.json");
        KeyRing.create(file, Optional.empty());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        // When, Then
        assertThatThrownBy(() -> KeyRing.open(file, Optional.empty()))
                .hasMessageContaining("chmod 600")
                .extracting("reason")
                .isEqualTo(Reason.OPEN_TO_OTHERS);
    }

    @Test
    void aMissingFileIsNamed() {
        // Given
        Path file = dir.resolve("nowhere.json");

        // When, Then
        assertThatThrownBy(() -> KeyRing.open(file, Optional.empty()))
                .hasMessageContaining(file.toString())
                .extracting("reason")
                .isEqualTo(Reason.MISSING);
    }

    @Test
    void aPassphraseProtectsTheFileThroughARotation() throws IOException {
        // Given
        Path file = dir.resolve("keys.json");
        char[] passphrase = "eleven blue kettles".toCharArray();
        KeyRing keys = KeyRing.create(file, Optional.of(passphrase));
        byte[] closed = keys.sealSmall(VALUE, "c");

        // When
        keys.rotate();

        // Then
        assertThat(passphrase).isEqualTo("eleven blue kettles".toCharArray());
        assertThat(KeyRing.open(file, Optional.of(passphrase)).openSmall(closed, "c"))
                .isEqualTo(VALUE);
        assertThat(reason(() -> KeyRing.open(file, Optional.of("wrong".toCharArray()))))
                .isEqualTo(Reason.WRONG_PASSPHRASE);
        assertThat(reason(() -> KeyRing.open(file, Optional.empty()))).isEqualTo(Reason.PASSPHRASE_NEEDED);
        assertThat(Files.readString(file)).contains("encryptedKeyset").doesNotContain("\"keyData\"");
    }

    @Test
    void aPassphraseForAnUnprotectedFileIsPointedOut() {
        // Given
        Path file = dir.resolve("keys.json");
        KeyRing.create(file, Optional.empty());

        // When, Then
        assertThat(reason(() -> KeyRing.open(file, Optional.of("any".toCharArray()))))
                .isEqualTo(Reason.PASSPHRASE_NOT_USED);
        assertThat(reason(() -> KeyRing.create(dir.resolve("new.json"), Optional.of(new char[0]))))
                .isEqualTo(Reason.PASSPHRASE_NEEDED);
    }

    @Test
    void aDamagedFileIsNotMistakenForAWrongPassphrase() throws IOException {
        // Given
        Path file = dir.resolve("keys.json");
        char[] passphrase = "eleven blue kettles".toCharArray();
        KeyRing.create(file, Optional.of(passphrase));
        String text = Files.readString(file);
        int place = text.indexOf("encryptedKeyset") + 40;
        char changed = text.charAt(place) == 'A' ? 'B' : 'A';

        // When
        Files.writeString(file, text.substring(0, place) + changed + text.substring(place + 1));

        // Then
        assertThat(reason(() -> KeyRing.open(file, Optional.of(passphrase)))).isEqualTo(Reason.DAMAGED);
        Files.writeString(file, text.substring(0, text.length() / 2));
        assertThat(reason(() -> KeyRing.open(file, Optional.of(passphrase)))).isEqualTo(Reason.DAMAGED);
        Files.writeString(file, "");
        assertThat(reason(() -> KeyRing.open(file, Optional.of(passphrase)))).isEqualTo(Reason.DAMAGED);
        Files.writeString(file, text.replace("\"version\" : 1", "\"version\" : 2"));
        assertThat(reason(() -> KeyRing.open(file, Optional.of(passphrase)))).isEqualTo(Reason.NEWER_FORMAT);
    }

    @Test
    void anUnknownKeyIsNamedAndNoMessageHoldsKeyMaterial() throws IOException {
        // Given
        Path file = dir.resolve("keys.json");
        KeyRing keys = KeyRing.create(file, Optional.empty());
        KeyRing other = KeyRing.create(dir.resolve("other.json"), Optional.empty());
        byte[] foreign = other.sealSmall(VALUE, "c");
        List<String> secrets = Pattern.compile("\"value\" : \"([^\"]+)\"")
                .matcher(Files.readString(file))
                .results()
                .map(r -> r.group(1))
                .toList();
        Files.writeString(file, Files.readString(file).replace("\"checksum\"", "\"chicksum\""));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        // When
        KeyRingException unknown =
                catchThrowableOfType(KeyRingException.class, () -> other.openSmall(keys.sealSmall(VALUE, "c"), "c"));
        KeyRingException damaged = catchThrowableOfType(KeyRingException.class, () -> keys.openSmall(foreign, "c"));

        // Then
        assertThat(unknown).hasMessageContaining(keys.keyId());
        assertThat(unknown.reason()).isEqualTo(Reason.UNKNOWN_KEY);
        assertThat(damaged.reason()).isEqualTo(Reason.DAMAGED);
        assertThat(damaged.getCause()).isNull();
        assertThat(secrets).hasSize(2).allSatisfy(secret -> {
            assertThat(Base64.getDecoder().decode(secret)).hasSizeGreaterThanOrEqualTo(32);
            assertThat(damaged.getMessage() + unknown.getMessage()).doesNotContain(secret);
        });
    }

    private static Reason reason(Runnable action) {
        return catchThrowableOfType(KeyRingException.class, action::run).reason();
    }
}
