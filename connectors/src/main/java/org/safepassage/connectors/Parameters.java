package org.safepassage.connectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safepassage.connectors.DoorProblem.Complaint;
import org.safepassage.connectors.KameletParameters.Parameter;

/// The values one door is opened with, checked against its Kamelet's parameters. Prints no value: some are secrets.
public final class Parameters {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String kamelet;
    private final Map<String, String> values;

    private Parameters(String kamelet, Map<String, String> values) {
        this.kamelet = kamelet;
        this.values = Map.copyOf(values);
    }

    /// Fills in the defaults and checks names, types and choices.
    ///
    /// @param given by parameter name, secrets already resolved; entries of an `object` parameter may come as
    ///     `name.key`
    /// @throws DoorProblem that lists everything wrong at once, by parameter name
    public static Parameters check(KameletParameters schema, Map<String, String> given) throws DoorProblem {
        var complaints = new ArrayList<Complaint>();
        var values = new LinkedHashMap<String, String>();
        for (var entry : given.entrySet()) {
            String name = entry.getKey();
            if (schema.parameters().stream().noneMatch(parameter -> parameter.covers(name))) {
                complaints.add(new Complaint(name, "unknown parameter " + printable(name) + closest(schema, name)));
            } else if (!entry.getValue().isEmpty()) {
                values.put(name, entry.getValue());
            }
        }
        for (var parameter : schema.parameters()) {
            boolean there = values.keySet().stream().anyMatch(parameter::covers);
            if (!there && parameter.required()) {
                complaints.add(new Complaint(parameter.name(), "parameter " + parameter.name() + " is missing"));
            }
            if (!there) {
                parameter.standard().ifPresent(standard -> values.put(parameter.name(), standard));
            }
            complaint(parameter, values.get(parameter.name())).ifPresent(complaints::add);
        }
        if (!complaints.isEmpty()) {
            throw new DoorProblem(schema.kamelet(), complaints);
        }
        return new Parameters(schema.kamelet(), values);
    }

    /// The value, or the default, or empty.
    public String text(String name) {
        return values.getOrDefault(name, "");
    }

    /// The value when it is neither absent nor empty.
    public Optional<String> find(String name) {
        return Optional.of(text(name)).filter(value -> !value.isEmpty());
    }

    /// A whole number within bounds.
    ///
    /// @throws DoorProblem when it is outside
    public int number(String name, int least, int most) throws DoorProblem {
        int value = Integer.parseInt(text(name));
        if (value < least || value > most) {
            throw refused(name, "must lie between " + least + " and " + most);
        }
        return value;
    }

    /// A number of seconds as a duration.
    public Duration seconds(String name, int least, int most) throws DoorProblem {
        return Duration.ofSeconds(number(name, least, most));
    }

    /// Whether the value is `true`.
    public boolean flag(String name) {
        return Boolean.parseBoolean(text(name));
    }

    /// An `object` parameter: its JSON, or the `name.key` entries, in the order of their names.
    public Map<String, String> entries(String name) throws DoorProblem {
        var entries = new LinkedHashMap<String, String>();
        if (find(name).isPresent()) {
            try {
                entries.putAll(JSON.readValue(text(name), new TypeReference<LinkedHashMap<String, String>>() {}));
            } catch (JsonProcessingException wrong) {
                throw refused(name, "must be a JSON object of strings");
            }
        }
        values.keySet().stream()
                .filter(key -> key.startsWith(name + "."))
                .sorted()
                .forEach(key -> entries.put(key.substring(name.length() + 1), text(key)));
        return entries;
    }

    /// The problem of a value that this door cannot work with.
    public DoorProblem refused(String name, String why) {
        return new DoorProblem(kamelet, List.of(new Complaint(name, "parameter " + name + " " + why)));
    }

    private static Optional<Complaint> complaint(Parameter parameter, @Nullable String value) {
        return Optional.ofNullable(value)
                .flatMap(parameter::complaint)
                .map(wanted -> new Complaint(parameter.name(), "parameter " + parameter.name() + " " + wanted));
    }

    private static String closest(KameletParameters schema, String name) {
        return Spelling.suggestion(
                name, schema.parameters().stream().map(Parameter::name).toList());
    }

    private static String printable(String name) {
        return name.matches("[A-Za-z0-9_.-]{1,60}") ? name : "(unprintable)";
    }

    @Override
    public String toString() {
        return "Parameters[" + kamelet + "]";
    }
}
