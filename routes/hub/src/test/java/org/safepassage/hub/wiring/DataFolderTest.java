package org.safepassage.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
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
}
