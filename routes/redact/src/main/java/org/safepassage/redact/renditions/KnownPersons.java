package org.safepassage.redact.renditions;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.safepassage.redact.policies.Policy;
import org.safepassage.schemas.Person;
import org.safepassage.schemas.PersonName;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Sex;

/// Reads known identities from a JSON array of `{"id","name","role"?}`. Entries with the same id are names of one
/// person; a missing role is `other`; members of other names are passed over.
public final class KnownPersons {
    private static final ObjectMapper JSON = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private KnownPersons() {}

    /// The file cannot be used; the message says which entry, never what it says.
    public static final class Unusable extends Exception {
        Unusable(String problem) {
            super(problem);
        }
    }

    /// The persons of this JSON text, in order.
    ///
    /// @throws Unusable naming line or entry and what it should be
    public static List<Person> parse(String json) throws Unusable {
        JsonNode array = tree(json);
        if (!array.isArray()) {
            throw new Unusable("it must be a JSON array of {\"id\",\"name\",\"role\"?}");
        }
        var persons = new LinkedHashMap<String, Person>();
        int number = 0;
        for (JsonNode entry : array) {
            number++;
            String id = text(entry, "id", number);
            var names = new ArrayList<PersonName>();
            Role role = role(entry, number);
            Person before = persons.get(id);
            if (before != null) {
                names.addAll(before.names());
                role = before.role();
            }
            names.add(PersonName.of(text(entry, "name", number)));
            persons.put(id, new Person(id, role, Sex.UNKNOWN, names, List.of()));
        }
        return List.copyOf(persons.values());
    }

    private static JsonNode tree(String json) throws Unusable {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new Unusable("line " + line + " is not JSON");
        }
    }

    private static String text(JsonNode entry, String field, int number) throws Unusable {
        JsonNode value = entry.path(field);
        if (!value.isTextual() || (field.equals("id") && value.asText().isBlank())) {
            throw new Unusable("entry " + number + ": " + field + " must be a text");
        }
        return value.asText();
    }

    private static Role role(JsonNode entry, int number) throws Unusable {
        if (!entry.hasNonNull("role")) {
            return Role.OTHER;
        }
        for (Role role : Role.values()) {
            if (Policy.row(role).equals(entry.path("role").asText())) {
                return role;
            }
        }
        throw new Unusable("entry " + number + ": role must be one of " + String.join(", ", roles()));
    }

    private static List<String> roles() {
        var roles = new ArrayList<String>();
        for (Role role : Role.values()) {
            roles.add(Policy.row(role));
        }
        return roles;
    }
}
