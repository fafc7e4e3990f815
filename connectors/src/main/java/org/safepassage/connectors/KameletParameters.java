package org.safepassage.connectors;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// What a Kamelet of ours says about itself: title, description and parameters, read from its `spec.definition`
/// without starting Camel.
///
/// @param kamelet the name, such as `sp-sftp-cases-source`
/// @param title for a screen
/// @param description for a screen
/// @param parameters in the order they are written
public record KameletParameters(String kamelet, String title, String description, List<Parameter> parameters) {
    public KameletParameters {
        parameters = List.copyOf(parameters);
    }

    /// One parameter.
    ///
    /// @param name as written in a partner's YAML
    /// @param title for a screen
    /// @param description for a screen
    /// @param type `string`, `integer`, `boolean` or `object` (a map, given as JSON or as `name.key` parameters)
    /// @param standard the value that holds when none is given
    /// @param secret whether it is never shown
    /// @param required whether it must be given
    /// @param choices the values that are allowed; empty when any
    public record Parameter(
            String name,
            String title,
            String description,
            String type,
            Optional<String> standard,
            boolean secret,
            boolean required,
            List<String> choices) {
        public Parameter {
            choices = List.copyOf(choices);
        }

        /// What a value must be when this one cannot be it, such as `must be a whole number`; the value is not shown.
        public Optional<String> complaint(String value) {
            boolean fits = switch (type) {
                case "integer" -> value.matches("-?[0-9]{1,9}");
                case "boolean" -> value.equals("true") || value.equals("false");
                default -> choices.isEmpty() || choices.contains(value);
            };
            String wanted = choices.isEmpty()
                    ? "must be " + ("integer".equals(type) ? "a whole number" : "true or false")
                    : "must be one of " + String.join(", ", choices);
            return fits ? Optional.empty() : Optional.of(wanted);
        }

        /// Whether a value of this name is this parameter's: its own name, or `name.key` when it is a map.
        public boolean covers(String written) {
            return name.equals(written) || ("object".equals(type) && written.startsWith(name + "."));
        }
    }

    /// Reads the Kamelet's own description from the class path.
    ///
    /// @throws DoorProblem when there is no such Kamelet
    public static KameletParameters of(String kamelet) throws DoorProblem {
        if (!kamelet.matches("[a-z0-9-]{1,80}")) {
            throw new DoorProblem(DoorProblem.Kind.CONFIGURATION, "a connector's name has only a-z, 0-9 and hyphens");
        }
        String resource = "/kamelets/" + kamelet + ".kamelet.yaml";
        try (InputStream in = KameletParameters.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new DoorProblem(
                        DoorProblem.Kind.CONFIGURATION,
                        "there is no connector " + kamelet + Spelling.suggestion(kamelet, Doors.kamelets())
                                + "; there are " + String.join(", ", Doors.kamelets()));
            }
            Object root = new Load(LoadSettings.builder().setLabel(kamelet).build()).loadFromInputStream(in);
            return read(kamelet, map(map(map(root).get("spec")).get("definition")));
        } catch (DoorProblem problem) {
            throw problem;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static KameletParameters read(String kamelet, Map<String, Object> definition) {
        var required = list(definition.get("required"));
        var parameters = new ArrayList<Parameter>();
        map(definition.get("properties")).forEach((name, value) -> {
            var schema = map(value);
            parameters.add(new Parameter(
                    name,
                    text(schema, "title"),
                    text(schema, "description"),
                    text(schema, "type"),
                    Optional.ofNullable(schema.get("default")).map(Object::toString),
                    "password".equals(schema.get("format")),
                    required.contains(name),
                    list(schema.get("enum"))));
        });
        return new KameletParameters(kamelet, text(definition, "title"), text(definition, "description"), parameters);
    }

    private static String text(Map<String, Object> schema, String name) {
        return Optional.ofNullable(schema.get(name))
                .map(Object::toString)
                .orElse("")
                .strip();
    }

    private static List<String> list(@Nullable Object value) {
        return value instanceof List<?> values
                ? values.stream().map(Object::toString).toList()
                : List.of();
    }

    private static Map<String, Object> map(@Nullable Object value) {
        var map = new LinkedHashMap<String, Object>();
        if (value instanceof Map<?, ?> entries) {
            entries.forEach((key, entry) -> map.put(String.valueOf(key), entry));
        }
        return map;
    }
}
