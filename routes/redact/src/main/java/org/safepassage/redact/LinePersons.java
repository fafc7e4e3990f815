package org.safepassage.redact;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safepassage.schemas.Person;
import org.safepassage.schemas.PersonName;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Sex;

/// The persons whom a line of [DetectLines] names: whether they can be used, and the search for them, which serves
/// again for the next line when that names the same. For one thread.
final class LinePersons {
    private final Detector detector;
    private @Nullable JsonNode last;
    private @Nullable CaseDetector search;
    private Set<String> withRole = Set.of();

    LinePersons(Detector detector) {
        this.detector = detector;
    }

    /// What makes them useless, with the place; empty when nothing does.
    static String problem(JsonNode persons) {
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
    CaseDetector detection(JsonNode persons, int number, PrintWriter err) {
        CaseDetector known = search;
        if (known != null && persons.equals(last)) {
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
        last = persons;
        withRole = roles;
        search = detection;
        return detection;
    }

    /// Whether the last line told the role of this person.
    boolean hasRole(String person) {
        return withRole.contains(person);
    }

    private static @Nullable Role role(String word) {
        for (Role role : Role.values()) {
            if (role.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
                return role;
            }
        }
        return null;
    }
}
