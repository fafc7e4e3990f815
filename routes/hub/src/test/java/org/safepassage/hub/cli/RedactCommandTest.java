package org.safepassage.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.redact.renditions.SourceFile;
import org.safepassage.schemas.Extraction;
import org.safepassage.schemas.Extraction.Status;
import picocli.CommandLine;

class RedactCommandTest {
    private static final String SECRET = "Vydumanava";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path policy = Path.of("policy");
    private Path letter = Path.of("letter");

    @BeforeEach
    void someFiles() throws IOException {
        policy = Files.writeString(folder.resolve("strict.yaml"), """
                policy: strict
                description: For this test.
                rows:
                  any:
                    PERSON: pseudonym
                  unlinked:
                    PERSON: remove
                """);
        letter = Files.writeString(folder.resolve(SECRET + ".txt"), "Alesia Vydumanava wrote this.");
    }

    @Test
    void aFileIsRedactedUnderItsNumberAndNothingTellsItsName() throws IOException {
        // Given
        Path persons = Files.writeString(folder.resolve("persons.json"), """
                [{"id":"p1","name":"Alesia Vydumanava","role":"witness"}]""");

        // When
        int code = run(letter, "--persons", persons.toString());

        // Then
        assertThat(code).isZero();
        assertThat(outputs()).containsOnlyKeys("document-1.txt", "document-1.xhtml", "document-1.pdf", "report.json");
        assertThat(outputs().get("document-1.txt")).matches("Person [A-Z0-9]{4} wrote this.\n");
        assertThat(out.toString() + err + outputs()).doesNotContain(SECRET).doesNotContain("Alesia");
    }

    @Test
    void theReportIsPrintedAsOneJsonObject() throws IOException {
        // When
        run(letter, "--json");

        // Then
        var json = new ObjectMapper();
        assertThat(json.readTree(out.toString()))
                .isEqualTo(json.readTree(outputs().get("report.json")));
    }

    @Test
    void anEncryptedFileIsAProblemFoundAndIsListed() throws IOException {
        // Given
        Path locked = Files.writeString(folder.resolve("locked"), "locked");

        // When
        int code = run(locked, letter.toString());

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(out.toString().lines()).containsExactly("2 document-2.txt ok", "1 withheld encrypted");
        assertThat(outputs()).containsOnlyKeys("document-2.txt", "document-2.xhtml", "document-2.pdf", "report.json");
    }

    @Test
    void aPolicyWithAMistakeIsToldByFileAndLine() throws IOException {
        // Given
        Files.writeString(policy, Files.readString(policy).replace("pseudonym", "forget"));

        // When
        int code = run(letter);

        // Then
        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("strict.yaml line 5");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aMissingPolicyOrFileIsNamed() throws IOException {
        // Given
        Path missing = folder.resolve("missing");

        // When
        int noFile = run(letter, missing.toString());
        Files.delete(policy);
        int noPolicy = run(letter);

        // Then
        assertThat(noFile).isEqualTo(2);
        assertThat(noPolicy).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        "no such file, or not a readable one: " + missing,
                        "cannot read the policy file " + policy + ": there is no such file");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void withoutAFolderOrAFileTheUsageIsTold() {
        // When
        int noFolder = commandLine().execute("--policy", policy.toString(), letter.toString());
        int noFile = commandLine().execute("--policy", policy.toString(), "--out", "x");

        // Then
        assertThat(List.of(noFolder, noFile)).containsOnly(2);
        assertThat(err.toString()).contains("'--out=DIR'").contains("'FILE'");
    }

    @Test
    void aSourceIsNeverOverwrittenByItsRendition() throws IOException {
        // Given
        Path outFolder = Files.createDirectory(folder.resolve("out"));
        Path source = Files.writeString(outFolder.resolve("document-1.txt"), SECRET);

        // When
        int code = run(source);

        // Then
        assertThat(code).isEqualTo(2);
        assertThat(source).hasContent(SECRET);
    }

    @Test
    void anUnusableListOfPersonsIsToldByItsEntry() throws IOException {
        // Given
        Path persons = Files.writeString(folder.resolve("persons.json"), "[{\"id\":\"p1\"}]");

        // When
        int code = run(letter, "--persons", persons.toString());

        // Then
        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).isEqualToIgnoringNewLines(persons + ": entry 1: name must be a text");
    }

    @Test
    void timesThatNoFilmHasAreRefusedAndNothingIsWritten() {
        // When
        int wrong = run(letter, "--mute", "soon-later");
        int backward = run(letter, "--mute", "1:10-0:20");
        int sixty = run(letter, "--mute", "1:75-2:00");
        int noFilm = run(letter, "--mute", "1-2,1:02.5-1:10");

        // Then
        assertThat(List.of(wrong, backward, sixty, noFilm)).containsOnly(2);
        assertThat(err.toString())
                .contains("'soon-later' is no time range; write FROM-TO in seconds or minutes:seconds")
                .contains("'1:10-0:20' ends before it begins")
                .contains("'1:75-2:00' has more than 59")
                .contains("--mute is for films, and this FILE is none");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private int run(Path file, String... more) {
        var arguments = new ArrayList<>(List.of(
                "--policy", policy.toString(), "--out", folder.resolve("out").toString(), file.toString()));
        arguments.addAll(List.of(more));
        return commandLine().execute(arguments.toArray(String[]::new));
    }

    private CommandLine commandLine() {
        return new CommandLine(new RedactCommand(RedactCommandTest::read))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err));
    }

    private static SourceFile read(Path file, RedactCommand.Wish wish) throws IOException {
        boolean locked = file.endsWith("locked");
        return new SourceFile.Text(new Extraction(
                locked ? Status.ENCRYPTED : Status.OK,
                "",
                "text/plain",
                0,
                List.of("en"),
                locked ? "" : Files.readString(file),
                List.of(),
                Map.of(),
                List.of()));
    }

    private Map<String, String> outputs() throws IOException {
        var outputs = new java.util.TreeMap<String, String>();
        try (var files = Files.list(folder.resolve("out"))) {
            for (Path file : files.toList()) {
                outputs.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return outputs;
    }
}
