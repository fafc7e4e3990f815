package org.safepassage.connectors.derived;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.safepassage.connectors.Spelling;

/// Walks one file piece by piece against what is allowed; everything else becomes a finding.
final class Shape {
    /// Keys that a Kamelet may have elsewhere and that would make it run something here.
    private static final Map<String, String> CODE = Map.ofEntries(
            Map.entry("beans", "beans are refused: they can make any class"),
            Map.entry("bean", "beans are refused: they can call anything"),
            Map.entry("dependencies", "dependencies are refused: they bring code along"),
            Map.entry("script", "scripts are refused"),
            Map.entry("scriptLanguage", "scripts are refused"),
            Map.entry("simple", "expressions are refused"),
            Map.entry("expression", "expressions are refused"),
            Map.entry("constant", "expressions are refused; write the value itself"),
            Map.entry("setBody", "steps that change the message are refused"),
            Map.entry("setHeader", "steps that change the message are refused"),
            Map.entry("process", "steps that run code are refused"),
            Map.entry("toD", "an address made from the message is refused"));

    private final Findings findings;

    Shape(Findings findings) {
        this.findings = findings;
    }

    /// The fields of a map whose keys are all allowed; those that are not become findings, and a missing map too.
    Map<String, Yaml.Field> fields(Yaml yaml, String place, Collection<String> allowed) {
        Map<String, Yaml.Field> fields = anyFields(yaml, place);
        fields.forEach((key, field) -> {
            if (!allowed.contains(key)) {
                String why = CODE.getOrDefault(key, "unknown key" + Spelling.suggestion(key, allowed));
                findings.add(
                        field.line(),
                        Findings.below(place, key),
                        why + "; a connector derived from ours has here only " + String.join(", ", allowed));
            }
        });
        return fields;
    }

    /// The fields of a map with any keys.
    Map<String, Yaml.Field> anyFields(Yaml yaml, String place) {
        if (yaml instanceof Yaml.Fields map) {
            return map.fields();
        }
        findings.add(yaml.line(), place, "must hold keys and values");
        return Map.of();
    }

    /// The value of a key that must be there.
    Optional<Yaml> need(Map<String, Yaml.Field> fields, String key, int line, String place) {
        Optional<Yaml> value = Optional.ofNullable(fields.get(key)).map(Yaml.Field::value);
        if (value.isEmpty()) {
            findings.add(line, place, "key '" + key + "' is missing; add it as connectors/README.md shows");
        }
        return value;
    }

    /// A plain text of a key that must be there; empty when it is not, which is a finding.
    String needText(Map<String, Yaml.Field> fields, String key, int line, String place) {
        String text = need(fields, key, line, place)
                .flatMap(value -> plain(value, place + "/" + key))
                .orElse("");
        if (text.isBlank() && fields.containsKey(key)) {
            findings.add(line, place + "/" + key, "is empty; fill it in");
        }
        return text;
    }

    /// A key that must have exactly this value.
    void exactly(Map<String, Yaml.Field> fields, String key, String wanted, int line, String place) {
        need(fields, key, line, place).ifPresent(value -> {
            if (!(value instanceof Yaml.Text text) || !text.value().equals(wanted)) {
                findings.add(value.line(), place + "/" + key, "must be " + wanted);
            }
        });
    }

    /// A scalar that is no more than text.
    Optional<String> plain(Yaml yaml, String place) {
        if (!(yaml instanceof Yaml.Text text)) {
            findings.add(yaml.line(), place, "must be a plain text");
            return Optional.empty();
        }
        Optional<String> complaint = PlainWords.complaint(text.value());
        complaint.ifPresent(why -> findings.add(text.line(), place, why));
        return complaint.isPresent() ? Optional.empty() : Optional.of(text.value());
    }
}
