package org.safepassage.rehearsal.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.rehearsal.stage.Json;
import picocli.CommandLine;

/// The short form of `deploy/hub kills`, whose default is 50 kills, on a sample in which a scan is delivered late.
@Tag("slow")
class KillsTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aHubKilledAtRandomInstantsLosesNothingAndSendsNothingTwice() throws Exception {
        // Given
        var printed = new StringWriter();
        var told = new StringWriter();

        // When
        int code = new CommandLine(new KillsCommand())
                .setOut(new PrintWriter(printed))
                .setErr(new PrintWriter(told))
                .execute(
                        "--cases",
                        "3",
                        "--kills",
                        "3",
                        "--seed",
                        "3",
                        "--span",
                        "12",
                        "--json",
                        "--keep",
                        folder.resolve("kills").toString());

        // Then
        JsonNode figures =
                Json.MAPPER.readTree(printed.toString().lines().toList().getLast());
        assertThat(code).as(figures + "\n" + told).isZero();
        assertThat(figures.path("kills").asInt()).isEqualTo(3);
        assertThat(figures.path("lost").asInt()).isZero();
        assertThat(figures.path("duplicated").asInt()).isZero();
        assertThat(figures.path("leaked").asInt()).isZero();
        assertThat(supplements())
                .as("bags that bring scans after their consignment")
                .isPositive();
    }

    private long supplements() throws IOException {
        try (var files = Files.walk(folder.resolve("kills"))) {
            return files.filter(file -> file.endsWith("bag-info.txt"))
                    .filter(KillsTest::isSupplement)
                    .count();
        }
    }

    private static boolean isSupplement(Path bagInfo) {
        try {
            return Files.readString(bagInfo, StandardCharsets.UTF_8).contains("Supplement-Of: ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
