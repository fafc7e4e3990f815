package org.safepassage.connectors.derived;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safepassage.connectors.KameletParameters;
import org.safepassage.connectors.KameletParameters.Parameter;
import org.safepassage.connectors.Spelling;

/// The parameter list of an operator's Kamelet, `spec.definition`.
final class DefinitionReader {
    private static final String PLACE = "/spec/definition";
    private static final List<String> KEYS = List.of("title", "description", "required", "type", "properties");
    private static final List<String> PARAMETER_KEYS =
            List.of("title", "description", "type", "default", "format", "enum", "x-descriptors");
    private static final List<String> TYPES = List.of("string", "integer", "boolean");
    private static final String HIDDEN = "urn:alm:descriptor:com.tectonic.ui:password";
    private static final int MOST_PARAMETERS = 100;

    private final Findings findings;
    private final Shape shape;

    DefinitionReader(Findings findings) {
        this.findings = findings;
        this.shape = new Shape(findings);
    }

    /// The list; what is wrong with it is among the findings.
    KameletParameters read(String kamelet, Yaml definition) {
        int line = definition.line();
        var fields = shape.fields(definition, PLACE, KEYS);
        String title = shape.needText(fields, "title", line, PLACE);
        String description = shape.needText(fields, "description", line, PLACE);
        shape.exactly(fields, "type", "object", line, PLACE);
        List<String> required = Optional.ofNullable(fields.get("required"))
                .map(field -> texts(field.value(), PLACE + "/required"))
                .orElse(List.of());
        var parameters = new LinkedHashMap<String, Parameter>();
        Optional.ofNullable(fields.get("properties"))
                .map(Yaml.Field::value)
                .ifPresent(properties -> shape.anyFields(properties, PLACE + "/properties")
                        .forEach((name, field) -> parameters.put(name, parameter(name, field, required))));
        if (parameters.size() > MOST_PARAMETERS) {
            findings.add(line, PLACE + "/properties", "holds more than " + MOST_PARAMETERS + " parameters");
        }
        for (String name : required) {
            if (!parameters.containsKey(name)) {
                findings.add(
                        Optional.ofNullable(fields.get("required"))
                                .map(Yaml.Field::line)
                                .orElse(line),
                        PLACE + "/required",
                        "names a parameter that is not among the properties"
                                + Spelling.suggestion(name, parameters.keySet()));
            }
        }
        return new KameletParameters(kamelet, title, description, List.copyOf(parameters.values()));
    }

    private Parameter parameter(String name, Yaml.Field field, List<String> required) {
        String place = Findings.below(PLACE + "/properties", name);
        int line = field.line();
        if (!name.matches("[a-z][A-Za-z0-9]{0,39}")) {
            findings.add(line, place, "a parameter's name begins with a small letter and has letters and digits");
        }
        Map<String, Yaml.Field> fields = shape.fields(field.value(), place, PARAMETER_KEYS);
        String type = shape.needText(fields, "type", line, place);
        if (!type.isEmpty() && !TYPES.contains(type)) {
            findings.add(line, place + "/type", "must be one of " + String.join(", ", TYPES));
        }
        boolean secret = fields.containsKey("format");
        if (secret) {
            shape.exactly(fields, "format", "password", line, place);
        }
        List<String> choices = Optional.ofNullable(fields.get("enum"))
                .map(values -> texts(values.value(), place + "/enum"))
                .orElse(List.of());
        Optional.ofNullable(fields.get("x-descriptors")).ifPresent(values -> {
            if (!texts(values.value(), place + "/x-descriptors").equals(List.of(HIDDEN)) || !secret) {
                findings.add(
                        values.line(), place + "/x-descriptors", "may only be " + HIDDEN + ", with format: password");
            }
        });
        Optional<String> standard = Optional.ofNullable(fields.get("default"))
                .flatMap(value -> standard(value, place + "/default", secret, required.contains(name)));
        var parameter = new Parameter(
                name,
                shape.needText(fields, "title", line, place),
                shape.needText(fields, "description", line, place),
                TYPES.contains(type) ? type : "string",
                standard,
                secret,
                required.contains(name),
                choices);
        standard.flatMap(parameter::complaint).ifPresent(why -> findings.add(line, place + "/default", why));
        return parameter;
    }

    private Optional<String> standard(Yaml.Field value, String place, boolean secret, boolean required) {
        if (secret) {
            findings.add(
                    value.line(),
                    place,
                    "a secret may not stand here in clear; take the default away, and change the secret if it was a"
                            + " real one");
            return Optional.empty();
        }
        if (required) {
            findings.add(value.line(), place, "a required parameter needs no default; take one of the two away");
        }
        return shape.plain(value.value(), place);
    }

    private List<String> texts(Yaml yaml, String place) {
        if (!(yaml instanceof Yaml.Items list)) {
            findings.add(yaml.line(), place, "must be a list");
            return List.of();
        }
        var texts = new ArrayList<String>();
        list.items().forEach(item -> shape.plain(item, place).ifPresent(texts::add));
        return texts;
    }
}
