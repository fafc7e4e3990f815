package org.safepassage.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safepassage.hub.wiring.DrawnFilm;
import picocli.CommandLine;

/// Every command line that README.md shows is run here, or is known to be run elsewhere and at least exists with its
/// options. A new line in README that is neither fails.
@Tag("slow")
class ReadmeTest {
    private static final Path ROOT = Path.of(System.getProperty("safepassage.root"));
    private static final String LAUNCHER = "deploy/hub ";

    /// What the launcher gives to the rehearsal or to Maven, with who runs it.
    private static final Map<String, String> BESIDE_THE_HUB = Map.of(
            "test",
            "this build",
            "demo",
            "the rehearsal's own tests",
            "sample",
            "the rehearsal's own tests",
            "bench",
            "the rehearsal's own tests",
            "kills",
            "the rehearsal's own tests");

    /// What needs a running hub or a partner's server: the demonstration and the tests of API and doors run it.
    private static final Set<String> NEEDS_A_HUB = Set.of(
            "up",
            "config diff",
            "config apply",
            "config history",
            "config rollback",
            "config export",
            "connector test",
            "connector preview",
            "secret set",
            "secret switch",
            "secret retire",
            "exchange",
            "maintenance",
            "held",
            "retry",
            "review",
            "reconcile");

    @TempDir
    private static Path folder;

    private static PracticeFolder practice = new PracticeFolder(Path.of("practice"));
    private static Path letter = Path.of("letter");
    private static Path scan = Path.of("scan");
    private static Path photograph = Path.of("photograph");
    private static Path film = Path.of("film");

    @BeforeAll
    static void inventedSampleData() throws Exception {
        practice = PracticeFolder.make(folder.resolve("practice"), ROOT.resolve("config"));
        photograph = Invented.photograph(folder.resolve("photograph.jpg"));
        film = Files.write(
                folder.resolve("film.mp4"), DrawnFilm.of(new BufferedImage(320, 240, BufferedImage.TYPE_3BYTE_BGR)));
        scan = Invented.scan(folder.resolve("scan.png"), "Alesia Vydumanava wrote this statement on 3 May 2021.");
        letter = Files.writeString(folder.resolve("letter.txt"), "Alesia Vydumanava wrote this on 3 May 2021.\n");
    }

    static List<String> commands() {
        var commands = new ArrayList<String>();
        boolean inside = false;
        for (String line : readme()) {
            if (line.startsWith("```")) {
                inside = line.equals("```sh");
            } else if (inside && !line.isBlank()) {
                commands.add(line.replaceFirst("\\s+#.*", "").strip());
            }
        }
        return commands;
    }

    @Test
    void theReadmeShowsTheCommandsThatScriptsRelyOn() {
        var shown = commands().stream().map(line -> line.split(" ")[1]).collect(Collectors.toSet());
        assertThat(shown).containsAll(Main.COMMANDS).contains("demo", "test", "sample", "bench");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aLineOfTheReadmeWorks(String line) throws IOException {
        assertThat(line).startsWith(LAUNCHER);
        var words = List.of(line.substring(LAUNCHER.length()).split(" "));
        if (BESIDE_THE_HUB.containsKey(words.getFirst())) {
            isKnownToTheLauncher(words);
        } else if (NEEDS_A_HUB.contains(words.getFirst())
                || (words.size() > 1 && NEEDS_A_HUB.contains(words.getFirst() + " " + words.get(1)))) {
            var arguments = words.toArray(String[]::new);
            assertThat(Main.commandLine(arguments).parseArgs(arguments).unmatched())
                    .isEmpty();
        } else {
            runs(words);
        }
    }

    private static void isKnownToTheLauncher(List<String> words) throws IOException {
        assertThat(Files.readString(ROOT.resolve("deploy/hub")))
                .containsPattern("(?m)^  [a-z |]*\\b" + words.getFirst() + "\\b.*\\)");
        String sources = rehearsal();
        words.stream()
                .filter(word -> word.startsWith("--"))
                .forEach(option -> assertThat(sources).contains("\"" + option + "\""));
    }

    private static void runs(List<String> words) throws IOException {
        if (words.getFirst().equals("detect")) {
            var out = new ByteArrayOutputStream();
            var in = new ByteArrayInputStream(
                    "{\"id\":\"1\",\"text\":\"Alesia Vydumanava\"}\n".getBytes(StandardCharsets.UTF_8));
            boolean pictures = words.contains("PHOTOGRAPH");
            assertThat(new CommandLine(new DetectCommand(in, out))
                            .execute(pictures ? new String[] {photograph.toString()} : new String[0]))
                    .isZero();
            assertThat(out.toString(StandardCharsets.UTF_8)).contains(pictures ? "\"regions\"" : "\"mentions\"");
            return;
        }
        var arguments = words.stream().map(ReadmeTest::invented).collect(Collectors.toCollection(ArrayList::new));
        if (words.getFirst().equals("init")) {
            arguments.addAll(List.of(
                    "--i-will-back-up-the-keys",
                    "--keys",
                    folder.resolve("keys").toString()));
        } else if (words.getFirst().equals("train")) {
            arguments.set(arguments.indexOf("--corpora") + 1, corpora().toString());
        } else if (words.getFirst().equals("eval")) {
            arguments.addAll(
                    List.of("--policies", ROOT.resolve("config/policies").toString()));
        } else if (Set.of("config", "custody", "policy").contains(words.getFirst())) {
            var hub = practice.hub();
            arguments.addAll(List.of(
                    "--config",
                    hub.config().toString(),
                    "--data",
                    hub.data().toString(),
                    "--keys",
                    hub.keys().toString()));
        }
        var spoken = Spoken.of(arguments.toArray(String[]::new));
        assertThat(spoken.err()).isEmpty();
        assertThat(spoken.code()).isZero();
        assertThat(spoken.out()).isNotBlank();
    }

    private static Path corpora() throws IOException {
        Path corpora = Files.createDirectories(folder.resolve("corpora"));
        Files.writeString(
                corpora.resolve("own.jsonl"),
                "{\"id\":\"1\",\"language\":\"ru\",\"text\":\"Пришёл Кшемар.\",\"mentions\":"
                        + "[{\"start\":7,\"end\":13,\"type\":\"PERSON\",\"entity\":\"a\"}]}\n");
        return corpora;
    }

    /// What stands for a word in capitals.
    private static String invented(String word) {
        return switch (word) {
            case "FILE…" -> letter.toString();
            case "SCAN" -> scan.toString();
            case "FILM" -> film.toString();
            case "PHOTOGRAPH" -> photograph.toString();
            case "PATH…" -> practice.bag().toString();
            case "KEYFILE" -> practice.hub().publicKey().toString();
            case "FILE" -> folder.resolve("names.model").toString();
            case "NAME…" -> "own";
            case "DIR" -> folder.resolve("out").toString();
            default -> word.startsWith("config/") ? ROOT.resolve(word).toString() : word;
        };
    }

    private static List<String> readme() {
        try {
            return Files.readAllLines(ROOT.resolve("README.md"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String rehearsal() throws IOException {
        var all = new StringBuilder();
        try (Stream<Path> files = Files.walk(ROOT.resolve("routes/rehearsal/src/main/java"))) {
            for (Path file : files.filter(path -> path.toString().endsWith("Command.java"))
                    .toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
