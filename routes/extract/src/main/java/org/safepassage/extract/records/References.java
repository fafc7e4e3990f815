package org.safepassage.extract.records;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a schema cannot say: ids are unique, references lead to a person of the record, an exhibit's path stays inside
/// its case.
final class References {
    private static final List<String> WITH_ID = List.of("persons", "events", "statements", "examinations");

    private final JsonNode caseFile;
    private final JsonNode record;
    private final List<Problem> problems = new ArrayList<>();

    private References(JsonNode caseFile, JsonNode record) {
        this.caseFile = caseFile;
        this.record = record;
    }

    static List<Problem> problems(JsonNode caseFile, JsonNode record) {
        var references = new References(caseFile, record);
        WITH_ID.forEach(references::unique);
        Set<String> persons = new HashSet<>();
        caseFile.path("persons").forEach(person -> persons.add(person.path("id").asText()));
        references.known("statements", "person", persons);
        references.known("examinations", "person", persons);
        references.known("consents", "person", persons);
        persons.add("");
        references.known("examinations", "examiner", persons);
        references.paths();
        return references.problems;
    }

    private void unique(String list) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < caseFile.path(list).size(); i++) {
            JsonNode id = caseFile.path(list).get(i).path("id");
            if (!seen.add(id.asText())) {
                add("/" + list + "/" + i + "/id", id, "The id is used twice in one list; make ids unique");
            }
        }
    }

    private void known(String list, String field, Set<String> persons) {
        for (int i = 0; i < caseFile.path(list).size(); i++) {
            JsonNode reference = caseFile.path(list).get(i).path(field);
            if (!reference.isMissingNode() && !persons.contains(reference.asText())) {
                add("/" + list + "/" + i + "/" + field, reference, "No person of the record has this id");
            }
        }
    }

    private void paths() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < caseFile.path("exhibits").size(); i++) {
            JsonNode path = caseFile.path("exhibits").get(i).path("path");
            String place = "/exhibits/" + i + "/path";
            if (!staysInside(path.asText())) {
                add(place, path, "The path must be relative and stay inside the case, with / between folders");
            } else if (!seen.add(path.asText())) {
                add(place, path, "The same file is listed twice; list it once");
            }
        }
    }

    private static boolean staysInside(String path) {
        if (path.startsWith("/") || path.contains("\\") || path.matches("^[A-Za-z]:.*")) {
            return false;
        }
        if (path.chars().anyMatch(c -> c < 0x20 || c == 0x7f)) {
            return false;
        }
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return false;
            }
        }
        return true;
    }

    private void add(String field, JsonNode value, String message) {
        problems.add(new Problem(field, Pointers.origin(record, value), message));
    }
}
