package org.safepassage.rehearsal.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SampleNetworkTest {
    @TempDir
    private Path out = Path.of("");

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws Exception {
        // When
        SampleNetwork.write(new SampleNetwork.Options(4, 9, 0), out.resolve("one"), done -> {});
        SampleNetwork.write(new SampleNetwork.Options(4, 9, 0), out.resolve("two"), done -> {});
        SampleNetwork.write(new SampleNetwork.Options(1, 10, 0), out.resolve("three"), done -> {});

        // Then
        assertThat(digests(out.resolve("one"))).isEqualTo(digests(out.resolve("two")));
        assertThat(digests(out.resolve("three")).get("truth/cases.jsonl"))
                .isNotEqualTo(digests(out.resolve("one")).get("truth/cases.jsonl"));
    }

    @Test
    void theCommandTellsTotalsAsJsonAndMakesTheVideoAsLargeAsAsked() throws Exception {
        // Given
        var printed = new StringWriter();
        var command = new CommandLine(new SampleCommand())
                .setOut(new PrintWriter(printed))
                .setErr(new PrintWriter(new StringWriter()));

        // When
        int exit = command.execute(
                "--cases",
                "3",
                "--seed",
                "2",
                "--out",
                out.resolve("sample").toString(),
                "--video-bytes",
                "3000000",
                "--json");

        // Then
        assertThat(exit).isZero();
        JsonNode summary = new ObjectMapper().readTree(printed.toString());
        assertThat(summary.path("documents").asInt()).isEqualTo(8);
        assertThat(summary.path("pages").asInt()).isEqualTo(37);
        assertThat(summary.path("photographs").asInt()).isEqualTo(17);
        assertThat(summary.path("videos").asInt()).isEqualTo(1);
        assertThat(summary.path("bytes").asLong()).isBetween(3_000_000L, 8_000_000L);
        try (Stream<Path> files = Files.walk(out)) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .contains(
                            "database.sql",
                            "database-update1.sql",
                            "record.json",
                            "ground-truth.jsonl",
                            "cases.jsonl",
                            "summary.json")
                    .allMatch(name -> name.chars().allMatch(letter -> letter < 0x80));
        }
        assertThat(Files.readAllLines(out.resolve("sample/truth/ground-truth.jsonl")))
                .hasSize(summary.path("planted").asInt());
    }

    @Test
    void aFolderThatIsNotEmptyIsLeftAlone() throws IOException {
        // Given
        Files.writeString(out.resolve("mine.txt"), "mine");

        // Then
        assertThatThrownBy(() -> SampleNetwork.write(new SampleNetwork.Options(1, 1, 0), out, done -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not empty");
        assertThat(new CommandLine(new SampleCommand())
                        .setErr(new PrintWriter(new StringWriter()))
                        .execute("--out", out.toString()))
                .isEqualTo(2);
        assertThat(out).isDirectoryNotContaining(file -> !file.endsWith("mine.txt"));
    }

    @Test
    void everyCaseTellsWhatShouldBecomeOfIt() throws IOException {
        // When
        SampleNetwork.write(new SampleNetwork.Options(5, 4, 0), out, done -> {});

        // Then
        List<JsonNode> cases = new ArrayList<>();
        for (String line : Files.readAllLines(out.resolve("truth/cases.jsonl"))) {
            cases.add(new ObjectMapper().readTree(line));
        }
        assertThat(cases).hasSize(5);
        assertThat(cases.stream().map(each -> each.at("/expected/iapb/outcome").asText()))
                .contains("delivered", "held");
        assertThat(cases.stream().filter(each -> !each.path("recordValid").asBoolean()))
                .hasSize(1)
                .allMatch(each -> each.at("/expected/iapb/reason").asText().equals("record-invalid"));
        assertThat(cases.stream().filter(each -> each.path("consent").asText().equals("only-iapb")))
                .allMatch(each ->
                        each.at("/expected/un-examination/outcome").asText().equals("refused"));
    }

    private static Map<String, String> digests(Path folder) throws IOException, NoSuchAlgorithmException {
        var digests = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                digests.put(folder.relativize(file).toString(), HexFormat.of().formatHex(digest));
            }
        }
        return digests;
    }
}
