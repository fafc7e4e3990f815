package org.safepassage.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/// Every command as an operator meets it, with right and wrong input: the exit code, and a reason on stderr that names
/// a place and quotes nothing.
class CommandsTest {
    private static final String SECRET = "Vydumanava";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path shared = Path.of("");

    private static PracticeFolder practice = new PracticeFolder(Path.of("practice"));

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void aPracticeFolder() throws Exception {
        practice = PracticeFolder.make(
                shared.resolve("practice"), Path.of(System.getProperty("safepassage.root"), "config"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "init",
                "config",
                "config check",
                "connector",
                "connector test",
                "up",
                "exchange",
                "exchange run",
                "held",
                "retry",
                "reconcile",
                "review",
                "review show",
                "review answer",
                "review export-labels",
                "extract",
                "detect",
                "redact",
                "eval",
                "eval redaction",
                "verify",
                "custody",
                "custody export"
            })
    void everyCommandExplainsItself(String command) {
        // Given
        var arguments = new ArrayList<>(List.of(command.split(" ")));
        arguments.add("--help");

        // When
        var spoken = Spoken.of(arguments.toArray(String[]::new));

        // Then
        assertThat(spoken.code()).isZero();
        assertThat(spoken.out()).startsWith("Usage: hub " + command);
    }

    @Test
    void helpOfTheHubListsEveryCommand() {
        assertThat(Spoken.of("--help").out()).contains(Main.COMMANDS);
    }

    @Test
    void onlyTheCommandThatIsAskedForIsLoaded() {
        assertThat(Main.commandLine("detect").getSubcommands()).containsOnlyKeys("detect");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "forget", "config nonsense", "verify --forget", "retry", "exchange run", "connector test"})
    void wrongUsageIsToldWithTheRightOne(String line) {
        // When
        var spoken = Spoken.of(
                Arrays.stream(line.split(" ")).filter(word -> !word.isEmpty()).toArray(String[]::new));

        // Then
        assertThat(spoken.code()).isEqualTo(2);
        assertThat(spoken.err()).containsAnyOf("Usage: hub", "Did you mean: hub");
        assertThat(spoken.out()).isEmpty();
    }

    @Test
    void aFaultOfOursIsToldByTypeAndPlaceAndQuotesNothing() {
        assertThat(Reason.of(new IllegalStateException(SECRET)))
                .startsWith("unexpected IllegalStateException in CommandsTest line ")
                .doesNotContain(SECRET);
    }

    @Test
    void aSoundConfigurationIsSaidToBeSound() throws IOException {
        // When
        var words = Spoken.at(practice, "config", "check");
        var json = Spoken.at(practice, "config", "check", "--json");

        // Then
        assertThat(words).isEqualTo(new Spoken(0, "the configuration is sound\n", ""));
        assertThat(JSON.readTree(json.out())).isEqualTo(JSON.readTree("{\"sound\":true,\"problems\":[]}"));
    }

    @Test
    void brokenYamlIsToldByFileAndLineWithoutItsValue() throws IOException {
        // Given
        Files.createDirectories(folder.resolve("partners"));
        Files.writeString(folder.resolve("partners/office.yaml"), "label: fine\nparameters: [" + SECRET + "\n");

        // When
        var spoken = Spoken.of("config", "check", "--config", folder.toString());

        // Then
        assertThat(spoken.code()).isEqualTo(2);
        assertThat(spoken.err()).contains("partners/office.yaml").doesNotContain(SECRET);
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        // Given
        String missing = folder.resolve("missing").toString();

        // When
        var spoken = Spoken.of("config", "check", "--config", missing);

        // Then
        assertThat(spoken.code()).isEqualTo(2);
        assertThat(spoken.err()).contains(missing).contains("--config");
    }

    @Test
    void aDoorThatNobodyConfiguredIsRefusedWithTheNamesThereAre() {
        // When
        var spoken = Spoken.at(practice, "connector", "test", "nobody");

        // Then
        assertThat(spoken.code()).isEqualTo(2);
        assertThat(spoken.err()).contains("fieldnotes").contains("un-examination");
    }

    @ParameterizedTest
    @ValueSource(strings = {"detect", "eval redaction"})
    void aClassifierThatIsNotThereIsNamed(String command) {
        // Given
        String missing = folder.resolve("missing").toString();

        // When
        var spoken = Spoken.of(Spoken.with(command.split(" "), "--classifier", missing));

        // Then
        assertThat(spoken)
                .isEqualTo(new Spoken(2, "", missing + ": is no folder; name the one that holds model.onnx\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"detect pom.xml", "eval redaction", "redact --photographs --out out --policy %s pom.xml"})
    void aFaceModelThatIsNotThereIsNamedBeforeAnyPictureIsLookedAt(String command) {
        // Given
        String missing = folder.resolve("missing.onnx").toString();
        Path policy = Path.of(System.getProperty("safepassage.root"), "config", "policies", "un-mechanism.yaml");

        // When
        var spoken = Spoken.of(Spoken.with(command.formatted(policy).split(" "), "--face-model", missing));

        // Then
        assertThat(spoken.code()).isEqualTo(2);
        assertThat(spoken.out()).isEmpty();
        assertThat(spoken.err()).startsWith(missing + ": is not there or cannot be read; name ");
    }

    @Test
    void oneLineComesOutForEachThatGoesIntoDetectAndABadOneIsNotQuoted() {
        // Given
        String lines = """
                {"id":"a","text":"Alesia Vydumanava","persons":[{"id":"p1","name":"Alesia Vydumanava"}]}
                {"id":"b","text": Vydumanava}
                {"id":"c","text":"","persons":[{"id":"p2","name":""},{"id":"p3","name":"V"}]}
                """;
        var out = new ByteArrayOutputStream();
        var err = new StringWriter();

        // When
        int code = new CommandLine(
                        new DetectCommand(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), out))
                .setErr(new PrintWriter(err))
                .execute();

        // Then
        var answers =
                out.toString(StandardCharsets.UTF_8).lines().map(Spoken::read).toList();
        assertThat(code).isEqualTo(2);
        assertThat(answers).hasSize(3);
        assertThat(answers.get(0).path("mentions")).isNotEmpty();
        assertThat(answers.get(1).path("line").asInt()).isEqualTo(2);
        assertThat(answers.get(1).path("error").asText()).isNotEmpty();
        assertThat(answers.get(2).path("mentions")).isEmpty();
        assertThat(err.toString()).contains("p2").contains("p3");
        assertThat(out.toString(StandardCharsets.UTF_8) + err).doesNotContain(SECRET);
    }

    @Test
    void aFileThatCannotBeExtractedIsNamed() {
        // Given
        String missing = folder.resolve("missing.docx").toString();

        // When
        var spoken = Spoken.of("extract", missing);

        // Then
        assertThat(spoken.code()).isEqualTo(2);
        assertThat(spoken.err()).contains(missing);
    }
}
