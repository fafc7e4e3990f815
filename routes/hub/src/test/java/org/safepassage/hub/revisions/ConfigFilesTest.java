package org.safepassage.hub.revisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigFilesTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void whatAnOperatorWroteIsTakenAndWhatIsNoConfigurationIsLeft() throws IOException {
        // Given
        write("partners/office.yaml", "label: Контора\n");
        write("court.asc", "key");
        write("mappings/plain.jslt", ".");
        write("application.yaml", "listen: {}\n");
        write("mappings/README.md", "words");
        write("partners/office.yaml~", "half written");

        // When
        ConfigFiles files = ConfigFiles.of(folder);

        // Then
        assertThat(files.texts()).containsOnlyKeys("partners/office.yaml", "court.asc", "mappings/plain.jslt");
        assertThat(files.texts()).containsEntry("partners/office.yaml", "label: Контора\n");
    }

    @Test
    void writtenToAFolderTheyAreReadBackTheSameAndWhatIsGoneIsGone() throws IOException {
        // Given
        var before = files("partners/a.yaml", "a: 1\r\n", "partners/b.yaml", "b: 2");
        var after = before.without("partners/a.yaml").with("recipients/c.yaml", "c: \"\\u0000\"\n");
        Path target = folder.resolve("copy");

        // When
        before.writeTo(target);
        Files.writeString(target.resolve("notes.txt"), "an operator's own");
        after.writeTo(target);

        // Then
        assertThat(ConfigFiles.of(target)).isEqualTo(after);
        assertThat(target.resolve("notes.txt")).exists();
    }

    @Test
    void aDifferenceShowsWhatBecameOfEachFile() {
        // Given
        var before = files("partners/a.yaml", "label: A\nport: 1\n", "partners/gone.yaml", "label: G\n");
        var after = files("partners/a.yaml", "label: A\nport: 2\n", "partners/new.yaml", "label: N\n");

        // When
        var changes = after.since(before);

        // Then
        assertThat(changes)
                .extracting(change -> change.kind() + " " + change.path())
                .containsExactly("changed partners/a.yaml", "removed partners/gone.yaml", "added partners/new.yaml");
        assertThat(changes.getFirst().lines()).contains(" label: A", "-port: 1", "+port: 2");
        assertThat(before.since(before)).isEmpty();
    }

    @Test
    void theDigestTellsFilesApartWhoseTextsRunTogetherTheSame() {
        assertThat(files("partners/a.yaml", "xy", "partners/b.yaml", "").digest())
                .isNotEqualTo(
                        files("partners/a.yaml", "x", "partners/b.yaml", "y").digest());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../partners/a.yaml",
                "partners/../../a.yaml",
                "/etc/a.yaml",
                "application.yaml",
                "partners/a.yaml\u0000",
                "partners/.a.yaml",
                "partners/a.sh",
                "keys/keyring.json"
            })
    void noOtherFileOfTheMachineBelongsToAConfiguration(String path) {
        assertThatThrownBy(() -> files().with(path, "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFileThatIsNotUtf8IsNamedAndNotQuoted() throws IOException {
        // Given
        Files.createDirectories(folder.resolve("partners"));
        Files.write(
                folder.resolve("partners/office.yaml"),
                "label: Контора".getBytes(java.nio.charset.Charset.forName("windows-1251")));

        // When, Then
        assertThatThrownBy(() -> ConfigFiles.of(folder))
                .isInstanceOf(IOException.class)
                .hasMessage("partners/office.yaml: is not UTF-8; save it so");
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    private static ConfigFiles files(String... pathsAndTexts) {
        var texts = new TreeMap<String, String>();
        for (int at = 0; at < pathsAndTexts.length; at += 2) texts.put(pathsAndTexts[at], pathsAndTexts[at + 1]);
        return new ConfigFiles(texts);
    }
}
