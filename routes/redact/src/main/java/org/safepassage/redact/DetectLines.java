package org.safepassage.redact;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safepassage.schemas.Mention;

/// Detection over JSON Lines: one line out for each line in, in order, each written before the next is read. A line
/// in is `{"id","text","language"?,"persons"?:[{"id","name","role"?}]}`, a line out `{"id","mentions":[…]}`; a line
/// that cannot be used gives `{"id","line","error"}` in its place, with no word of its content; so does one that is
/// longer than the heap allows. What is found is written as it stands, however much it is. For one thread.
public final class DetectLines {
    /// Every line was used.
    public static final int OK = 0;
    /// At least one line could not be used.
    public static final int BAD_INPUT = 2;

    /// Characters of the longest line, if memory allows.
    private static final int LONGEST = 120_000_000;
    /// Bytes of heap that a character of a line may take while it is read and searched.
    private static final int BYTES_A_CHARACTER = 16;

    private final LinePersons named;
    private final int longest;
    private final ObjectMapper json = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNestingDepth(64)
                    .build())
            .build());

    /// Lines for this detector.
    public DetectLines(Detector detector) {
        this(detector, (int) Math.min(LONGEST, Runtime.getRuntime().maxMemory() / BYTES_A_CHARACTER));
    }

    /// @param longest characters of the longest line that is read
    DetectLines(Detector detector, int longest) {
        this.named = new LinePersons(detector);
        this.longest = longest;
    }

    /// Reads lines until the end.
    ///
    /// @param in the lines
    /// @param out receives a line for each
    /// @param err receives one line for each person who cannot be searched for, by id
    /// @return [#OK] or [#BAD_INPUT]
    /// @throws IOException when `in` or `out` fails
    public int run(BufferedReader in, Writer out, PrintWriter err) throws IOException {
        int code = OK;
        int number = 0;
        var lines = new BoundedLines(in, longest);
        while (lines.next()) {
            number++;
            try (JsonGenerator answer = json.getFactory().createGenerator(out)) {
                // What fails in the middle is not to look like an answer.
                answer.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
                answer.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
                Optional<String> line = lines.line();
                boolean used = line.isPresent()
                        ? answer(line.get(), number, answer, err)
                        : error(
                                answer,
                                null,
                                number,
                                "longer than " + longest
                                        + " characters: give the text in parts, or this process more heap");
                code = used ? code : BAD_INPUT;
            }
            out.write('\n');
            out.flush();
        }
        return code;
    }

    private boolean answer(String line, int number, JsonGenerator answer, PrintWriter err) throws IOException {
        JsonNode read;
        try {
            read = json.readTree(number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line);
        } catch (JsonProcessingException e) {
            int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
            return error(answer, null, number, "not JSON at column " + column);
        }
        if (read == null || !read.isObject()) {
            return error(answer, null, number, "not a JSON object with id and text");
        }
        JsonNode id = read.get("id");
        if (id == null || !(id.isTextual() || id.isNumber())) {
            return error(answer, null, number, "field id is missing or not a string");
        }
        JsonNode persons = read.hasNonNull("persons") ? read.get("persons") : json.createArrayNode();
        String problem = problem(read, persons);
        if (!problem.isEmpty()) {
            return error(answer, id, number, problem);
        }
        CaseDetector detection = named.detection(persons, number, err);
        String language = read.hasNonNull("language") ? read.get("language").asText() : "und";
        List<Mention> mentions =
                detection.detect(new CaseText("line", read.get("text").asText(), language));
        answer.writeStartObject();
        answer.writeFieldName("id");
        answer.writeTree(id);
        answer.writeArrayFieldStart("mentions");
        for (Mention mention : mentions) {
            ObjectNode written = json.valueToTree(mention);
            if (mention.person() != null && !named.hasRole(mention.person())) {
                written.remove("role");
            }
            answer.writeTree(written);
        }
        answer.writeEndArray();
        answer.writeEndObject();
        return true;
    }

    private static String problem(JsonNode line, JsonNode persons) {
        if (!line.path("text").isTextual()) {
            return "field text is missing or not a string";
        }
        if (line.hasNonNull("language") && !line.get("language").isTextual()) {
            return "field language is not a string";
        }
        return LinePersons.problem(persons);
    }

    /// @return false, since the line was of no use
    private static boolean error(JsonGenerator answer, @Nullable JsonNode id, int number, String problem)
            throws IOException {
        answer.writeStartObject();
        answer.writeFieldName("id");
        if (id == null) {
            answer.writeNull();
        } else {
            answer.writeTree(id);
        }
        answer.writeNumberField("line", number);
        answer.writeStringField("error", problem);
        answer.writeEndObject();
        return false;
    }
}
