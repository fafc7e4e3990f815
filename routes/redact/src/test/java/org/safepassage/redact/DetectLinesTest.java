package org.safepassage.redact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

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
