package org.safepassage.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepassage.hub.wiring.DataFolder;
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
            strings = {"", "forget", "config forget", "verify --forget", "retry", "exchange run", "connector test"})
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
        var words = Spoken.of(at("config", "check"));
        var json = Spoken.of(at("config", "check", "--json"));

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
        var spoken = Spoken.of(at("connector", "test", "nobody"));

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
        var spoken = Spoken.of(with(command.split(" "), "--classifier", missing));

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
        var spoken = Spoken.of(with(command.formatted(policy).split(" "), "--face-model", missing));

        // Then
        assertThat(spoken.code()).isEqualTo(2);
        assertThat(spoken.out()).isEmpty();
        assertThat(spoken.err()).startsWith(missing + ": is not there or cannot be read; name ");
    }

    @Test
    void keysAreMadeOnceAndNeverInTheDataFolder() {
        // Given
        String keys = folder.resolve("keys").toString();

        // When
        var unasked = Spoken.of("init", "--keys", keys);
        var first = Spoken.of("init", "--keys", keys, "--i-will-back-up-the-keys", "--json");
        var second = Spoken.of("init", "--keys", keys, "--i-will-back-up-the-keys");
        var inside = Spoken.of("init", "--data", folder.toString(), "--keys", keys + "2", "--i-will-back-up-the-keys");

        // Then
        assertThat(unasked.code()).isEqualTo(2);
        assertThat(unasked.err()).contains("--i-will-back-up-the-keys");
        assertThat(first.code()).isZero();
        assertThat(first.out()).contains("\"user\":\"admin\"");
        assertThat(second.code()).isEqualTo(2);
        assertThat(second.err()).contains("already");
        assertThat(inside.code()).isEqualTo(2);
        assertThat(inside.err()).contains("--keys");
    }

    @Test
    void aConsignmentIsVerifiedAgainstThePinnedKey() throws IOException {
        // When
        var words = verify(practice.bag());
        var json = verify(practice.bag(), "--json");

        // Then
        assertThat(words).isEqualTo(new Spoken(0, "verified c-practice\n", ""));
        assertThat(JSON.readTree(json.out()).path("valid").asBoolean()).isTrue();
    }

    @Test
    void eachOfSeveralPathsHasItsOwnResultAndTheWorstDecides() throws IOException {
        // Given
        Path tampered = copyOfBag();
        Files.writeString(tampered.resolve("data/case-file.json"), "{\"reference\":\"r-other\"}\n");
        Path missing = folder.resolve("missing");

        // When
        var spoken = verify(practice.bag(), tampered.toString(), missing.toString(), "--json");
        var unread = verify(practice.bag(), missing.toString());

        // Then
        assertThat(spoken.code()).isEqualTo(1);
        assertThat(spoken.lines().stream().map(line -> read(line).path("valid").asBoolean()))
                .containsExactly(true, false, false);
        assertThat(spoken.lines().stream().map(line -> read(line).path("path").asText()))
                .containsExactly(practice.bag().toString(), tampered.toString(), missing.toString());
        assertThat(spoken.err()).contains(missing.toString());
        assertThat(unread.code()).isEqualTo(2);
    }

    @Test
    void theKeyOfSomebodyElseVerifiesNothing() {
        // Given
        Path others = folder.resolve("others");
        Spoken.of("init", "--keys", others.toString(), "--i-will-back-up-the-keys");

        // When
        var spoken = Spoken.of(
                "verify",
                "--trust",
                others.resolve("signing-key.pub.asc").toString(),
                practice.bag().toString());

        // Then
        assertThat(spoken.code()).isEqualTo(1);
        assertThat(spoken.out()).startsWith("NOT verified");
    }

    @Test
    void withoutATrustedKeyNothingIsVerified() throws IOException {
        // Given
        Path noKey = Files.writeString(folder.resolve("key.asc"), SECRET);
        String bag = practice.bag().toString();

        // When
        var unsaid = Spoken.of("verify", bag);
        var missing = Spoken.of("verify", "--trust", folder.resolve("none").toString(), bag);
        var unusable = Spoken.of("verify", "--trust", noKey.toString(), bag);

        // Then
        assertThat(List.of(unsaid.code(), missing.code(), unusable.code())).containsOnly(2);
        assertThat(unsaid.err()).contains("--trust");
        assertThat(missing.err()).contains(folder.resolve("none").toString());
        assertThat(unusable.err()).contains(noKey.toString()).doesNotContain(SECRET);
    }

    @Test
    void theCustodyLogOfAStoppedHubIsExportedInOrder() {
        // When
        var spoken = Spoken.of(at("custody", "export"));

        // Then
        assertThat(spoken.code()).isZero();
        assertThat(spoken.lines().stream().map(line -> read(line).path("step").asText()))
                .containsExactly("seal", "consign");
        assertThat(read(spoken.lines().get(1)).path("facts").path("consignment").asText())
                .isEqualTo(PracticeFolder.CONSIGNMENT);
    }

    @Test
    void theCustodyLogOfARunningHubIsRefusedWithItsOwner() throws IOException {
        try (var running = DataFolder.take(practice.hub().data())) {
            // When
            var spoken = Spoken.of(at("custody", "export"));

            // Then
            assertThat(running).isNotNull();
            assertThat(spoken.code()).isEqualTo(2);
            assertThat(spoken.err())
                    .contains("process " + ProcessHandle.current().pid());
            assertThat(spoken.out()).isEmpty();
        }
    }

    @Test
    void aFolderThatIsNoHubsIsLeftUntouched() {
        // When
        var noData =
                Spoken.of("custody", "export", "--data", folder.resolve("none").toString());
        var noKeys =
                Spoken.of("custody", "export", "--data", practice.hub().data().toString(), "--keys", folder.toString());

        // Then
        assertThat(noData.code()).isEqualTo(2);
        assertThat(noData.err()).contains("--data");
        assertThat(folder.resolve("none")).doesNotExist();
        assertThat(noKeys.code()).isEqualTo(2);
        assertThat(noKeys.err()).contains("--keys");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "held",
                "reconcile",
                "retry some-id",
                "exchange run some-exchange",
                "review show some-id some-exchange"
            })
    void withoutARunningHubTheFolderIsNamed(String command) {
        // When
        var spoken = Spoken.of(with(command.split(" "), "--data", folder.toString()));

        // Then
        assertThat(spoken.code()).isEqualTo(2);
        assertThat(spoken.err()).contains("no hub runs on " + folder).contains("--data");
    }

    /// The stand-in answers what a real hub cannot be made to answer at will.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "held|401||refused the token",
                "reconcile|403||refused the token",
                "held|200|<html>Vydumanava</html>|is no hub",
                "exchange run nobody|404|{\"detail\":\"no exchange of this name\"}|no exchange of this name",
                "retry some-id|404|{\"detail\":\"nothing is held under this id\"}|nothing is held under this id",
                "review show some-id x|404|{\"detail\":\"nothing of it is redacted\"}|nothing of it is redacted",
                "reconcile|500||answered 500"
            })
    void aHubThatRefusesIsNoEmptyAnswer(String command, int status, String body, String reason) throws IOException {
        // Given
        byte[] answer = (body == null ? "" : body).getBytes(StandardCharsets.UTF_8);
        var hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        hub.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        hub.start();
        runFile("{\"port\":" + hub.getAddress().getPort() + ",\"token\":\"" + SECRET + "\"}");

        // When
        var spoken = Spoken.of(with(command.split(" "), "--data", folder.toString()));
        hub.stop(0);

        // Then
        assertThat(spoken.code()).isEqualTo(2);
        assertThat(spoken.err()).contains(reason).doesNotContain(SECRET);
        assertThat(spoken.out()).isEmpty();
    }

    /// The stand-in says what a hub would: the command is what is tried.
    @Test
    void answersAreSentToTheHubAndWhatItLearnedIsTold() throws IOException {
        // Given
        Path answers = Files.writeString(folder.resolve("answers.json"), "{\"x2\": []}");
        var hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        hub.createContext("/api/v1/reviews/some-id/x/answers", exchange -> {
            byte[] answer = "{\"sought\": 2, \"nobody\": 1}".getBytes(StandardCharsets.UTF_8);
            boolean asked =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).equals("{\"x2\":[]}");
            exchange.sendResponseHeaders(asked ? 200 : 400, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        hub.start();
        runFile("{\"port\":" + hub.getAddress().getPort() + ",\"token\":\"" + SECRET + "\"}");

        // When
        var spoken = Spoken.of(
                "review", "answer", "some-id", "x", "--answers", answers.toString(), "--data", folder.toString());
        hub.stop(0);

        // Then
        assertThat(spoken.code()).isZero();
        assertThat(spoken.out()).startsWith("2 sought from now on, 1 taken for nobody;");
    }

    /// The stand-in says what a hub would: the command is what is tried.
    @Test
    void labelsGoIntoAFileOfTheirOwnersAloneAndOnlyWhenTheOperatorSaysSo() throws IOException {
        // Given
        Path labels = folder.resolve("labels.jsonl");
        Path answers = Files.writeString(folder.resolve("answers.json"), "{\"x2\": []}");
        var hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        hub.createContext("/api/v1/reviews/some-id/x/labels", exchange -> {
            byte[] answer = "[\"{}\"]".getBytes(StandardCharsets.UTF_8);
            boolean asked =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).equals("{\"x2\":[]}");
            exchange.sendResponseHeaders(asked ? 200 : 400, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        hub.start();
        runFile("{\"port\":" + hub.getAddress().getPort() + ",\"token\":\"" + SECRET + "\"}");
        String[] order = {
            "review", "export-labels", "some-id", "x", "--answers", answers.toString(), "--out", labels.toString()
        };

        // When
        var unwarned = Spoken.of(with(order, "--data", folder.toString()));
        boolean written = Files.exists(labels);
        var warned = Spoken.of(with(with(order, "--data", folder.toString()), "--i-will-guard-the-words"));
        var again = Spoken.of(with(with(order, "--data", folder.toString()), "--i-will-guard-the-words"));
        hub.stop(0);

        // Then
        assertThat(unwarned.code()).isEqualTo(2);
        assertThat(unwarned.err()).contains("--i-will-guard-the-words");
        assertThat(written).isFalse();
        assertThat(warned.code()).isZero();
        assertThat(labels).hasContent("{}");
        assertThat(java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(labels)))
                .isEqualTo("rw-------");
        assertThat(again.code()).as("a file that is there is not overwritten").isEqualTo(2);
    }

    @Test
    void aDamagedRunFileIsNamedAndNotQuoted() throws IOException {
        // Given
        runFile(SECRET);

        // When
        var spoken = Spoken.of("held", "--data", folder.toString());

        // Then
        assertThat(spoken.code()).isEqualTo(2);
        assertThat(spoken.err()).contains("hub.json").doesNotContain(SECRET);
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
        var answers = out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(CommandsTest::read)
                .toList();
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

    private static String[] with(String[] command, String... more) {
        var all = new ArrayList<>(List.of(command));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static String[] at(String... command) {
        var hub = practice.hub();
        return with(
                command,
                "--config",
                hub.config().toString(),
                "--data",
                hub.data().toString(),
                "--keys",
                hub.keys().toString());
    }

    private static Spoken verify(Path path, String... more) {
        return Spoken.of(with(
                new String[] {"verify", "--trust", practice.hub().publicKey().toString(), path.toString()}, more));
    }

    private Path copyOfBag() throws IOException {
        Path copy = folder.resolve(PracticeFolder.CONSIGNMENT);
        try (var files = Files.walk(practice.bag())) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(practice.bag().relativize(file).toString()));
            }
        }
        return copy;
    }

    private void runFile(String content) throws IOException {
        Files.createDirectories(folder.resolve("run"));
        Files.writeString(folder.resolve("run/hub.json"), content);
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new AssertionError("no JSON on this line", e);
        }
    }
}
