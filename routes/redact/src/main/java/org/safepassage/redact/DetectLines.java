package org.safepassage.redact;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safepassage.schemas.Mention;
import org.safepassage.schemas.Person;
import org.safepassage.schemas.PersonName;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Sex;

/// Detection over JSON Lines: one line out for each line in, in order, each written before the next is read. A line
/// in is `{"id","text","language"?,"persons"?:[{"id","name","role"?}]}`, a line out `{"id","mentions":[…]}`; a line
/// that cannot be used gives `{"id","line","error"}` in its place, with no word of its content. For one thread.
public final class DetectLines {
    /// Every line was used.
    public static final int OK = 0;
    /// At least one line could not be used.
    public static final int BAD_INPUT = 2;

    private final Detector detector;
    private final ObjectMapper json = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNestingDepth(64)
                    .build())
            .build());
    private @Nullable JsonNode lastPersons;
    private @Nullable CaseDetector lastCase;
    private Set<String> lastRoles = Set.of();

    /// Lines for this detector.
    public DetectLines(Detector detector) {
        this.detector = detector;
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
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            ObjectNode answer;
            try {
                answer = answer(
                        json.readTree(number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line),
                        number,
                        err);
            } catch (JsonProcessingException e) {
                answer = error(
                        null,
                        number,
                        "not JSON at column "
                                + (e.getLocation() == null ? 1 : e.getLocation().getColumnNr()));
            }
            code = answer.has("error") ? BAD_INPUT : code;
            out.write(json.writeValueAsString(answer));
            out.write('\n');
            out.flush();
        }
        return code;
    }

    private ObjectNode answer(JsonNode line, int number, PrintWriter err) {
        if (line == null || !line.isObject()) {
            return error(null, number, "not a JSON object with id and text");
        }
        JsonNode id = line.get("id");
        if (id == null || !(id.isTextual() || id.isNumber())) {
            return error(null, number, "field id is missing or not a string");
        }
        if (!line.path("text").isTextual()) {
            return error(id, number, "field text is missing or not a string");
        }
        if (line.hasNonNull("language") && !line.get("language").isTextual()) {
            return error(id, number, "field language is not a string");
        }
        JsonNode persons = line.hasNonNull("persons") ? line.get("persons") : json.createArrayNode();
        String problem = problem(persons);
        if (!problem.isEmpty()) {
            return error(id, number, problem);
        }
        CaseDetector detection = detection(persons, number, err);
        String language = line.hasNonNull("language") ? line.get("language").asText() : "und";
        var answer = json.createObjectNode();
        answer.set("id", id);
        var mentions = answer.putArray("mentions");
        for (Mention mention :
                detection.detect(new CaseText("line", line.get("text").asText(), language))) {
            ObjectNode written = json.valueToTree(mention);
            if (mention.person() != null && !lastRoles.contains(mention.person())) {
                written.remove("role");
            }
            mentions.add(written);
        }
        return answer;
    }

    private static String problem(JsonNode persons) {
        if (!persons.isArray()) {
            return "field persons is not an array";
        }
        int i = 0;
        for (JsonNode person : persons) {
            if (!person.path("id").isTextual()
                    || !(person.path("name").isTextual() || person.path("name").isNull())) {
                return "persons[" + i + "] lacks the string id or name";
            }
            if (person.hasNonNull("role") && role(person.get("role").asText()) == null) {
                return "persons[" + i + "].role is not a role";
            }
            i++;
        }
        return "";
    }

    /// The matcher of the last line serves again when its persons are the same.
    private CaseDetector detection(JsonNode persons, int number, PrintWriter err) {
        CaseDetector known = lastCase;
        if (known != null && persons.equals(lastPersons)) {
            return known;
        }
        var read = new ArrayList<Person>();
        var roles = new HashSet<String>();
        for (JsonNode person : persons) {
            String id = person.get("id").asText();
            Role role = person.hasNonNull("role") ? role(person.get("role").asText()) : null;
            if (role != null) {
                roles.add(id);
            }
            read.add(new Person(
                    id,
                    role == null ? Role.OTHER : role,
                    Sex.UNKNOWN,
                    List.of(PersonName.of(person.path("name").asText(""))),
                    List.of()));
        }
        CaseDetector detection = detector.forCase(read);
        detection
                .notices()
                .forEach(notice ->
                        err.println("line " + number + ": person " + notice.person() + ": " + notice.problem()));
        err.flush();
        lastPersons = persons;
        lastRoles = roles;
        lastCase = detection;
        return detection;
    }

    private static @Nullable Role role(String word) {
        for (Role role : Role.values()) {
            if (role.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
                return role;
            }
        }
        return null;
    }

    private ObjectNode error(@Nullable JsonNode id, int number, String problem) {
        var answer = json.createObjectNode();
        answer.set("id", id == null ? json.nullNode() : id);
        answer.put("line", number);
        answer.put("error", problem);
        return answer;
    }
}
