package org.safepassage.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path data = Path.of("");

    @Test
    void aSecondHubIsRefusedWithTheOwnerNamed() throws IOException {
        // Given
        var first = DataFolder.take(data);

        // When, Then
        try (first) {
            assertThatThrownBy(() -> DataFolder.take(data))
                    .isInstanceOf(DataFolder.Refused.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining(" since 20");
        }
    }

    @Test
    void aFolderThatWasLeftCanBeTakenAgain() throws IOException {
        // Given
        DataFolder.take(data).close();

        // When
        try (var again = DataFolder.take(data)) {
            // Then
            assertThat(Files.readString(data.resolve("format")).strip()).isEqualTo("1");
            assertThat(again).isNotNull();
        }
    }

    @Test
    void aNewerFolderIsRefusedUntouched() throws IOException {
        // Given
        Files.writeString(data.resolve("format"), "99\n");

        // When, Then
        assertThatThrownBy(() -> DataFolder.take(data)).hasMessageContaining("newer hub");
        try (var files = Files.list(data)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("format");
        }
    }

    @Test
    void anOlderFolderIsUpgradedStepByStep() throws IOException {
        // Given
        DataFolder.take(data).close();
        var done = new ArrayList<String>();
        var upgrades = new TreeMap<Integer, DataFolder.Upgrade>();
        upgrades.put(1, folder -> done.add("1 to 2"));
        upgrades.put(2, folder -> done.add("2 to 3"));

        // When
        try (var upgraded = DataFolder.take(data, 3, upgrades)) {
            // Then
            assertThat(upgraded).isNotNull();
            assertThat(done).containsExactly("1 to 2", "2 to 3");
            assertThat(Files.readString(data.resolve("format")).strip()).isEqualTo("3");
        }

        // When
        DataFolder.take(data, 3, upgrades).close();

        // Then
        assertThat(done).hasSize(2);
    }

    @Test
    void anUpgradeThatFailsLeavesTheFormatWhereItCameToAndTheFolderFree() throws IOException {
        // Given
        DataFolder.take(data).close();
        var upgrades = new TreeMap<Integer, DataFolder.Upgrade>();
        upgrades.put(1, folder -> {});
        upgrades.put(2, folder -> {
            throw new IOException("no room");
        });

        // When
        assertThatThrownBy(() -> DataFolder.take(data, 3, upgrades)).hasMessage("no room");

        // Then
        assertThat(Files.readString(data.resolve("format")).strip()).isEqualTo("2");
        upgrades.put(2, folder -> {});
        DataFolder.take(data, 3, upgrades).close();
        assertThat(Files.readString(data.resolve("format")).strip()).isEqualTo("3");
    }

    @Test
    void aDamagedFormatIsRefusedUntouched() throws IOException {
        // Given
        Files.writeString(data.resolve("format"), "x\n");

        // When, Then
        assertThatThrownBy(() -> DataFolder.take(data))
                .isInstanceOf(DataFolder.Refused.class)
                .hasMessageContaining("damaged");
        assertThat(Files.exists(data.resolve("run"))).isFalse();
    }

    /// The owner is named across processes too, and a kill frees the folder at once.
    @Test
    @Tag("slow")
    void aHubInAnotherProcessIsNamedAndItsKillFreesTheFolder() throws Exception {
        // Given
        var other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holding.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var out = other.inputReader()) {
            assertThat(out.readLine()).isEqualTo("held");

            // When, Then
            assertThatThrownBy(() -> DataFolder.take(data))
                    .isInstanceOf(DataFolder.Refused.class)
                    .hasMessageContaining("process " + other.pid() + " since 20");
        } finally {
            other.destroyForcibly().waitFor();
        }
        DataFolder.take(data).close();
    }

    /// Takes the folder, says so and stays.
    static final class Holding {
        public static void main(String[] arguments) throws Exception {
            try (var held = DataFolder.take(Path.of(arguments[0]))) {
                var out = new java.io.PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true);
                out.println(held == null ? "" : "held");
                Thread.sleep(600_000);
            }
        }
    }
}
