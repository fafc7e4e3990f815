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
        var complaints = new ArrayList<String>();
        var values = new LinkedHashMap<String, String>();
        for (var entry : given.entrySet()) {
            if (schema.parameters().stream().noneMatch(parameter -> covers(parameter, entry.getKey()))) {
                complaints.add("unknown parameter " + printable(entry.getKey()) + closest(schema, entry.getKey()));
            } else if (!entry.getValue().isEmpty()) {
                values.put(entry.getKey(), entry.getValue());
            }
        }
        for (var parameter : schema.parameters()) {
            boolean there = values.keySet().stream().anyMatch(name -> covers(parameter, name));
            if (!there && parameter.required()) {
                complaints.add("parameter " + parameter.name() + " is missing");
            }
            if (!there) {
                parameter.standard().ifPresent(standard -> values.put(parameter.name(), standard));
            }
            complaint(parameter, values.get(parameter.name())).ifPresent(complaints::add);
        }
        if (!complaints.isEmpty()) {
            throw new DoorProblem(
                    DoorProblem.Kind.CONFIGURATION, schema.kamelet() + ": " + String.join("; ", complaints));
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
        return new DoorProblem(DoorProblem.Kind.CONFIGURATION, kamelet + ": parameter " + name + " " + why);
    }

    private static boolean covers(Parameter parameter, String name) {
        return parameter.name().equals(name)
                || ("object".equals(parameter.type()) && name.startsWith(parameter.name() + "."));
    }

    private static Optional<String> complaint(Parameter parameter, @Nullable String value) {
        if (value == null) {
            return Optional.empty();
        }
        boolean fits = switch (parameter.type()) {
            case "integer" -> value.matches("-?[0-9]{1,9}");
            case "boolean" -> value.equals("true") || value.equals("false");
            default -> parameter.choices().isEmpty() || parameter.choices().contains(value);
        };
        String wanted = parameter.choices().isEmpty()
                ? "must be " + ("integer".equals(parameter.type()) ? "a whole number" : "true or false")
                : "must be one of " + String.join(", ", parameter.choices());
        return fits ? Optional.empty() : Optional.of("parameter " + parameter.name() + " " + wanted);
    }

    private static String closest(KameletParameters schema, String name) {
        List<String> near = schema.parameters().stream()
                .map(Parameter::name)
                .filter(known -> Spelling.distance(known, name) <= 2)
                .toList();
        return near.isEmpty() ? "" : " (did you mean " + String.join(" or ", near) + "?)";
    }

    private static String printable(String name) {
        return name.matches("[A-Za-z0-9_.-]{1,60}") ? name : "(unprintable)";
    }

    @Override
    public String toString() {
        return "Parameters[" + kamelet + "]";
    }
}
