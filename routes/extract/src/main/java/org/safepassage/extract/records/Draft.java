package org.safepassage.extract.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.safepassage.extract.language.LanguageDetector;
import org.safepassage.extract.normalise.DateReader;
import org.safepassage.extract.normalise.LanguageTag;
import org.safepassage.extract.normalise.PlaceReader;
import org.safepassage.schemas.CaseFileVersion;
import org.safepassage.schemas.NormalDate;
import org.safepassage.schemas.Place;

/// What a mapping gave, made into the shape of a case file: absent parts filled in, dates and places read, ids given.
/// Whatever has an unexpected form is left as it is, for the schema to find. Thread-safe.
final class Draft {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final DateReader dates;
    private final PlaceReader places;
    private final LanguageDetector languages = new LanguageDetector();

    Draft(DateReader dates, PlaceReader places) {
        this.dates = dates;
        this.places = places;
    }

    JsonNode complete(JsonNode mapped, CaseFileVersion id, String partner) {
        if (!(mapped instanceof ObjectNode given)) {
            return mapped;
        }
        ObjectNode draft = given.deepCopy();
        draft.put("id", id.toString());
        draft.put("partner", partner);
        text(draft, "partnerCaseNumber", null);
        text(draft, "title", "");
        list(draft, "categories");
        list(draft, "persons").forEach(this::person);
        each(draft, "events", "e", this::event);
        each(draft, "statements", "s", this::statement);
        each(draft, "examinations", "m", this::examination);
        each(draft, "exhibits", "x", this::exhibit);
        list(draft, "consents").forEach(this::consent);
        return draft;
    }

    private void person(JsonNode node) {
        if (node instanceof ObjectNode person) {
            text(person, "id", null);
            absent(person, "sex", JSON.textNode("unknown"));
            ArrayNode names = list(person, "names");
            for (int i = 0; i < names.size(); i++) {
                if (names.get(i).isTextual()) {
                    names.set(i, JSON.objectNode().set("full", names.get(i)));
                }
                if (names.get(i) instanceof ObjectNode name) {
                    List.of("full", "surname", "given", "patronymic").forEach(part -> text(name, part, ""));
                }
            }
            for (JsonNode identifier : list(person, "identifiers")) {
                if (identifier instanceof ObjectNode object) {
                    text(object, "value", null);
                }
            }
        }
    }

    private void event(ObjectNode event) {
        date(event, "date");
        place(event);
        text(event, "description", "");
    }

    private void statement(ObjectNode statement) {
        text(statement, "person", null);
        text(statement, "text", "");
        date(statement, "taken");
        JsonNode language = statement.path("language");
        if (language.isTextual()) {
            statement.put("language", LanguageTag.read(language.textValue()));
        } else if (language.isMissingNode() || language.isNull()) {
            statement.put("language", languages.detect(statement.path("text").asText("")));
        }
    }

    private void examination(ObjectNode examination) {
        text(examination, "person", null);
        text(examination, "examiner", "");
        date(examination, "date");
        text(examination, "findings", "");
    }

    private void exhibit(ObjectNode exhibit) {
        text(exhibit, "path", null);
        date(exhibit, "captured");
        exhibit.putNull("sha256");
        exhibit.put("size", 0);
    }

    private void consent(JsonNode node) {
        if (node instanceof ObjectNode consent) {
            text(consent, "person", null);
            day(consent, "given");
            for (JsonNode element : list(consent, "scopes")) {
                if (element instanceof ObjectNode scope) {
                    absent(scope, "byName", JSON.booleanNode(false));
                    day(scope, "until");
                }
            }
        }
    }

    /// What is done with each object of a list.
    @FunctionalInterface
    private interface Step {
        void take(ObjectNode object);
    }

    private static void each(ObjectNode owner, String field, String prefix, Step step) {
        int number = 0;
        for (JsonNode node : list(owner, field)) {
            number++;
            if (node instanceof ObjectNode object) {
                if (prefix.equals("x")) {
                    object.put("id", prefix + number);
                } else {
                    text(object, "id", prefix + number);
                }
                step.take(object);
            }
        }
    }

    private static ArrayNode list(ObjectNode owner, String field) {
        absent(owner, field, JSON.arrayNode());
        if (owner.get(field) instanceof ArrayNode list) {
            for (int i = list.size() - 1; i >= 0; i--) {
                if (list.get(i).isNull()) {
                    list.remove(i);
                }
            }
            return list;
        }
        // Something else than a list is the schema's to find.
        return JSON.arrayNode();
    }

    private static void absent(ObjectNode owner, String field, JsonNode value) {
        if (owner.path(field).isMissingNode() || owner.path(field).isNull()) {
            owner.set(field, value);
        }
    }

    /// A number where a text belongs is taken as text: many partners number their cases.
    private static void text(ObjectNode owner, String field, @org.jspecify.annotations.Nullable String absent) {
        JsonNode value = owner.path(field);
        if (value.isNumber()) {
            owner.put(field, value.asText());
        } else if (value.isMissingNode() || value.isNull()) {
            owner.remove(field);
            if (absent != null) {
                owner.put(field, absent);
            }
        }
    }

    private void date(ObjectNode owner, String field) {
        text(owner, field, "");
        if (owner.get(field) != null && owner.get(field).isTextual()) {
            NormalDate read = dates.read(owner.get(field).textValue());
            ObjectNode date = JSON.objectNode().put("original", read.original());
            date.put(
                    "earliest", read.earliest() == null ? null : read.earliest().toString());
            date.put("latest", read.latest() == null ? null : read.latest().toString());
            owner.set(field, date);
        }
    }

    /// A consent's day must be exact: it decides. What is not one full date stays as it is and breaks the schema.
    private void day(ObjectNode owner, String field) {
        JsonNode value = owner.path(field);
        if (value.isTextual()) {
            NormalDate read = dates.read(value.textValue());
            if (read.earliest() != null && read.earliest().equals(read.latest())) {
                owner.put(field, read.earliest().toString());
            } else if (value.textValue().isBlank()) {
                owner.putNull(field);
            }
        } else if (value.isMissingNode()) {
            owner.putNull(field);
        }
    }

    private void place(ObjectNode event) {
        text(event, "place", "");
        if (event.get("place") != null && event.get("place").isTextual()) {
            Place read = places.read(event.get("place").textValue());
            event.set(
                    "place",
                    JSON.objectNode()
                            .put("original", read.original())
                            .put("name", read.name())
                            .put("region", read.region())
                            .put("station", read.station()));
        }
    }
}
