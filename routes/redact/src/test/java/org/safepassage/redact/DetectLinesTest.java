package org.safepassage.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safepassage.redact.recognisers.DetectionContext;
import org.safepassage.redact.recognisers.Recogniser;
import org.safepassage.redact.recognisers.Span;
import org.safepassage.redact.text.NormalText;

class DetectLinesTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void givesMentionsWithPersonRoleAndOffsetsInCodePoints() throws IOException {
        int code = run("""
                {"id":"a","text":"😀 Козлову плохо","language":"ru","persons":[{"id":"p","name":"Козлов Игорь","role":"alleged-perpetrator"}]}
                """);

        JsonNode mention = lines().getFirst().get("mentions").get(0);
        assertThat(code).isZero();
        assertThat(mention.get("start").asInt()).isEqualTo(2);
        assertThat(mention.get("end").asInt()).isEqualTo(9);
        assertThat(mention.get("type").asText()).isEqualTo("PERSON.SURNAME");
        assertThat(mention.get("person").asText()).isEqualTo("p");
        assertThat(mention.get("role").asText()).isEqualTo("alleged-perpetrator");
        assertThat(mention.get("recogniser").asText()).contains("known");
    }

    @Test
    void aBadLineIsAnsweredInItsPlaceWithoutItsContent() throws IOException {
        int code = run("""
                {"id":"a","text":"x"}
                {"id":"b","text":Секретов}

                {"id":"c"}
                {"id":"d","text":"y"}
                """);

        assertThat(code).isEqualTo(DetectLines.BAD_INPUT);
        assertThat(lines()).hasSize(5);
        assertThat(lines().get(1).get("line").asInt()).isEqualTo(2);
        assertThat(lines().get(3).get("id").asText()).isEqualTo("c");
        assertThat(lines().get(3).get("error").asText()).contains("text");
        assertThat(lines().get(4).has("mentions")).isTrue();
        assertThat(out.toString()).doesNotContain("Секретов");
    }

    @Test
    void personsTooShortToSearchForAreReportedById() throws IOException {
        int code = run("""
                {"id":"a","text":"Я тут","persons":[{"id":"p7","name":"Я"},{"id":"p8","name":""}]}
                """);

        assertThat(code).isZero();
        assertThat(err.toString()).contains("line 1: person p7").contains("person p8");
        assertThat(lines().getFirst().get("mentions")).isEmpty();
    }

    @Test
    void aLineThatIsTooLongIsAnsweredInItsPlaceAndTheNextIsRead() throws IOException {
        // Given
        String fits = "{\"id\":\"a\",\"text\":\"" + "б".repeat(2_000) + "\"}";
        String tooLong = "{\"id\":\"b\",\"text\":\"" + "Секретов ".repeat(3_000) + "\"}";
        var lines = new DetectLines(Detector.standard(), fits.length());

        // When
        int code = lines.run(
                new BufferedReader(new StringReader(fits + "\r\n" + tooLong + "\n\n" + fits)),
                out,
                new PrintWriter(err));

        // Then
        assertThat(code).isEqualTo(DetectLines.BAD_INPUT);
        assertThat(lines()).hasSize(4);
        assertThat(lines().get(1).get("line").asInt()).isEqualTo(2);
        assertThat(lines().get(1).get("error").asText()).contains("longer than " + fits.length() + " characters");
        assertThat(lines().get(2).get("error").asText()).contains("not a JSON object");
        assertThat(lines().get(3).has("mentions")).isTrue();
        assertThat(out.toString()).doesNotContain("Секретов");
    }

    @Test
    void whatFailsInTheMiddleIsNoAnswer() {
        // Given
        Recogniser failing = new Recogniser() {
            @Override
            public String name() {
                return "failing";
            }

            @Override
            public List<Span> find(NormalText text, DetectionContext context) {
                throw new IllegalStateException("out of order");
            }
        };
        var input = new BufferedReader(new StringReader("{\"id\":\"a\",\"text\":\"слово\"}"));

        // Then
        assertThatThrownBy(() -> new DetectLines(new Detector(List.of(failing))).run(input, out, new PrintWriter(err)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void nestingWithoutEndIsAnsweredWithItsPlace() throws IOException {
        // When
        int code = run("{\"id\":\"a\",\"text\":" + "[".repeat(100_000) + "\n{\"id\":\"b\",\"text\":\"x\"}\n");

        // Then
        assertThat(code).isEqualTo(DetectLines.BAD_INPUT);
        assertThat(lines().get(0).get("error").asText()).startsWith("not JSON at column ");
        assertThat(lines().get(1).has("mentions")).isTrue();
    }

    private int run(String input) throws IOException {
        return new DetectLines(Detector.standard())
                .run(new BufferedReader(new StringReader(input)), out, new PrintWriter(err));
    }

    private List<JsonNode> lines() throws IOException {
        var json = new ObjectMapper();
        return out.toString()
                .lines()
                .map(line -> {
                    try {
                        return json.readTree(line);
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .toList();
    }
}
