package org.safepassage.rehearsal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.rehearsal.stage.Json;
import picocli.CommandLine;

@Tag("slow")
class DemoTest {
    @TempDir
    private Path folder = Path.of("");

    private final StringWriter printed = new StringWriter();
    private final StringWriter told = new StringWriter();

    @Test
    void fiveCasesTravelFromThreePartnersToTwoRecipientsAndTheBooksBalance() throws Exception {
        // When
        int code = demo("--cases", "5", "--seed", "1");

        // Then
        JsonNode figures = figures();
        assertThat(code).as(figures + "\n" + told).isZero();
        assertThat(figures.path("balanced").asBoolean()).isTrue();
        assertThat(figures.path("leaked").asInt()).isZero();
        assertThat(figures.path("lost").asInt()).isZero();
        assertThat(figures.path("duplicated").asInt()).isZero();
        assertThat(figures.path("caseFiles").asInt()).isEqualTo(5);
        assertThat(figures.path("planted").asInt()).isGreaterThan(500);
        assertThat(figures.path("consignments").asInt()).isGreaterThanOrEqualTo(4);
        assertThat(figures.path("verified").asInt())
                .isEqualTo(figures.path("consignments").asInt());
    }

    @Test
    void withoutRecognitionScansAreHeldAndTheBooksBalanceAllTheSame() throws Exception {
        // When
        int code = demo("--cases", "3", "--seed", "2", "--no-ocr");

        // Then
        JsonNode figures = figures();
        assertThat(code).as(figures + "\n" + told).isZero();
        assertThat(figures.path("held").path("ocr-missing").asInt()).isPositive();
        assertThat(figures.path("leaked").asInt()).isZero();
        assertThat(figures.path("lost").asInt()).isZero();
    }

    private int demo(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--exit", "--json", "--keep", folder.resolve("demo").toString()));
        return new CommandLine(new DemoCommand())
                .setOut(new PrintWriter(printed))
                .setErr(new PrintWriter(told))
                .execute(all.toArray(String[]::new));
    }

    private JsonNode figures() throws Exception {
        var lines = printed.toString().lines().toList();
        return lines.isEmpty() ? Json.MAPPER.createObjectNode() : Json.MAPPER.readTree(lines.getLast());
    }
}
