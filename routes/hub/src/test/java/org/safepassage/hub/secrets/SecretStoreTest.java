package org.safepassage.hub.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.evidence.vault.KeyRingException;
import org.safepassage.hub.secrets.SecretVersion.State;

class SecretStoreTest {
    private static final String VALUE = "Schluessel-Пароль-42";

    @TempDir
    Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init") // set before each test
    private SecretStore store;

    @SuppressWarnings("NullAway.Init") // set before each test
    private SecretReferences references;

    @BeforeEach
    void anEmptyStore() {
        store = new SecretStore(file(), keys(), InstantSource.system());
        references = new SecretReferences(store);
    }

    @Test
    void aSecretIsExchangedWithAnOverlap() throws IOException {
        // Given
        assertThat(store.put("office", "old", Optional.empty())).isEqualTo(State.CURRENT);

        // When, Then: add new
        assertThat(store.put("office", "new", Optional.of(LocalDate.of(2027, 1, 31))))
                .isEqualTo(State.NEXT);
        assertThat(references.resolve("${secret:office}")).isEqualTo("old");
        assertThat(references.withNext().resolve("${secret:office}")).isEqualTo("new");
        assertThat(references.accepted("${secret:office}")).containsExactly("old");

        // When, Then: switch
        store.switchOver("office");
        assertThat(references.resolve("${secret:office}")).isEqualTo("new");
        assertThat(references.accepted("${secret:office}")).containsExactly("new", "old");
        assertThat(store.list().get("office")).containsOnlyKeys(State.CURRENT, State.PREVIOUS);

        // When, Then: it was a mistake
        store.switchBack("office");
        assertThat(references.resolve("${secret:office}")).isEqualTo("old");

        // When, Then: switch, retire
        store.switchOver("office");
        store.retire("office");
        assertThat(references.accepted("${secret:office}")).containsExactly("new");
        assertThat(store.list().toString()).contains("2027-01-31");
    }

    @Test
    void withoutTheKeyRingTheFileTellsNothing() throws IOException {
        // Given
        store.put("office", VALUE, Optional.empty());

        // When, Then
        assertThat(Files.readString(file())).doesNotContain(VALUE).contains("office");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys())))
                .isEqualTo("rw-------");
        Files.delete(keys());
        assertThatThrownBy(() -> store.value("office", State.CURRENT)).isInstanceOf(KeyRingException.class);
    }

    @Test
    void aValueThatIsPutUnderAnotherNameDoesNotOpen() throws IOException {
        // Given
        store.put("office", VALUE, Optional.empty());
        Files.writeString(file(), Files.readString(file()).replace("office", "stranger"));

        // When, Then
        assertThatThrownBy(() -> store.value("stranger", State.CURRENT)).isInstanceOf(KeyRingException.class);
    }

    @Test
    void manyCommandsAtOnceLoseNothing() throws Exception {
        // Given
        store.put("first", "1", Optional.empty());

        // When
        List<Callable<State>> commands = IntStream.range(0, 24)
                .<Callable<State>>mapToObj(number -> () -> new SecretStore(file(), keys(), InstantSource.system())
                        .put("secret-" + number, "value-" + number, Optional.empty()))
                .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var done : threads.invokeAll(commands)) done.get();
        }

        // Then
        assertThat(store.list()).hasSize(25);
        assertThat(store.value("secret-17", State.CURRENT)).contains("value-17");
    }

    @Test
    void whatIsNotThereIsNamedWithTheNextAction() {
        assertThatThrownBy(() -> references.resolve(Map.of("password", "${secret:office}")))
                .isInstanceOf(UnknownSecret.class)
                .hasMessageContaining("hub secret set office");
        assertThatThrownBy(() -> references.resolve("${file:relative}")).hasMessageContaining("whole path");
        assertThatThrownBy(() -> references.resolve("${file:" + folder.resolve("none") + "}"))
                .hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> store.switchOver("office")).hasMessageContaining("hub secret list");
        assertThatThrownBy(() -> store.put("Office", VALUE, Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessageNotContaining(VALUE);
    }

    @Test
    void aFileGivesItsContentWithoutTheLastLineEnd() throws IOException {
        // Given
        Path mounted = Files.writeString(folder.resolve("mounted"), VALUE + "\n");

        // When, Then: the file is read whenever it is needed
        assertThat(references.resolve("${file:" + mounted + "}")).isEqualTo(VALUE);
        Files.writeString(mounted, "exchanged");
        assertThat(references.resolve("x${file:" + mounted + "}y")).isEqualTo("xexchangedy");
        assertThat(references.accepted("plain")).isEqualTo(List.of("plain"));
    }

    private Path file() {
        return folder.resolve("data/secrets.json");
    }

    private Path keys() {
        return folder.resolve("keys/secrets-keyring.json");
    }
}
