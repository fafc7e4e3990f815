package org.safepassage.connectors.derived;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Doors;
import org.safepassage.connectors.KameletParameters;
import org.safepassage.connectors.KameletParameters.Parameter;
import org.safepassage.connectors.Spelling;
import org.safepassage.connectors.derived.DerivedConnector.Handed;

/// The template of an operator's Kamelet, `spec.template`: one step that hands the message to a connector of ours.
final class TemplateReader {
    private static final String FROM = "/spec/template/from";
    private static final String STEP = FROM + "/steps/0";
    private static final String TO = STEP + "/to";
    private static final String SCHEME = "kamelet:";
    private static final Pattern OWN = Pattern.compile("\\{\\{\\??([A-Za-z0-9_.-]{1,60})}}");

    private final Findings findings;
    private final Shape shape;
    private final KameletParameters own;

    TemplateReader(Findings findings, KameletParameters own) {
        this.findings = findings;
        this.shape = new Shape(findings);
        this.own = own;
    }

    /// The derived connector; nothing when there is no base, and what is wrong is among the findings.
    Optional<DerivedConnector> read(Yaml template) {
        var from = shape.need(
                        shape.fields(template, "/spec/template", List.of("from")),
                        "from",
                        template.line(),
                        "/spec/template")
                .map(value -> shape.fields(value, FROM, List.of("uri", "steps")))
                .orElse(Map.of());
        if (from.isEmpty()) {
            return Optional.empty();
        }
        shape.exactly(from, "uri", "kamelet:source", template.line(), FROM);
        return shape.need(from, "steps", template.line(), FROM)
                .flatMap(this::onlyStep)
                .flatMap(this::handOver);
    }

    private Optional<Yaml> onlyStep(Yaml steps) {
        if (!(steps instanceof Yaml.Items list) || list.items().size() != 1) {
            findings.add(
                    steps.line(),
                    FROM + "/steps",
                    "must be exactly one step, to: one of " + String.join(", ", Doors.kamelets()));
            return Optional.empty();
        }
        Yaml step = list.items().getFirst();
        return shape.need(shape.fields(step, STEP, List.of("to")), "to", step.line(), STEP);
    }

    private Optional<DerivedConnector> handOver(Yaml to) {
        var fields = shape.fields(to, TO, List.of("uri", "parameters"));
        Optional<KameletParameters> base =
                shape.need(fields, "uri", to.line(), TO).flatMap(this::base);
        var given = Optional.ofNullable(fields.get("parameters"))
                .map(field -> shape.anyFields(field.value(), TO + "/parameters"))
                .orElse(Map.of());
        return base.map(ours -> new DerivedConnector(own, ours, handed(ours, given, to.line())));
    }

    private Optional<KameletParameters> base(Yaml uri) {
        String text = uri instanceof Yaml.Text written ? written.value() : "";
        if (text.contains("?")
                || text.substring(Math.min(SCHEME.length(), text.length())).contains("/")) {
            findings.add(uri.line(), TO + "/uri", "options in the address are refused; write them below parameters");
            return Optional.empty();
        }
        String name = text.startsWith(SCHEME) ? text.substring(SCHEME.length()) : "";
        if (!Doors.kamelets().contains(name)) {
            findings.add(
                    uri.line(),
                    TO + "/uri",
                    "must be kamelet: and a connector of ours" + Spelling.suggestion(name, Doors.kamelets())
                            + ", one of " + String.join(", ", Doors.kamelets())
                            + "; no other component, and no connector of an operator's own");
            return Optional.empty();
        }
        try {
            return Optional.of(KameletParameters.of(name));
        } catch (DoorProblem incomplete) {
            findings.add(uri.line(), TO + "/uri", "this connector cannot be read; take another one");
            return Optional.empty();
        }
    }

    private Map<String, Handed> handed(KameletParameters base, Map<String, Yaml.Field> given, int line) {
        var handed = new LinkedHashMap<String, Handed>();
        given.forEach((name, field) -> {
            String place = Findings.below(TO + "/parameters", name);
            Optional<Parameter> target = base.parameters().stream()
                    .filter(parameter -> parameter.covers(name))
                    .findFirst();
            if (target.isEmpty() || !name.matches("[A-Za-z0-9_.-]{1,100}")) {
                List<String> known =
                        base.parameters().stream().map(Parameter::name).toList();
                findings.add(
                        field.line(),
                        place,
                        "is no parameter of " + base.kamelet() + Spelling.suggestion(name, known)
                                + "; connectors/README.md lists them");
            } else {
                value(field.value(), place, target.get()).ifPresent(value -> handed.put(name, value));
            }
        });
        for (Parameter parameter : base.parameters()) {
            if (parameter.required() && given.keySet().stream().noneMatch(parameter::covers)) {
                findings.add(
                        line,
                        TO + "/parameters",
                        "hands nothing on as " + parameter.name() + ", which " + base.kamelet() + " needs");
            }
        }
        for (Parameter parameter : own.parameters()) {
            boolean used = handed.values().stream().anyMatch(value -> value.isOf(parameter.name()));
            if (!used && findings.refusals().isEmpty()) {
                findings.add(
                        line,
                        Findings.below("/spec/definition/properties", parameter.name()),
                        "is handed on nowhere; use it below " + TO + "/parameters or take it away");
            }
        }
        return handed;
    }

    private Optional<Handed> value(Yaml yaml, String place, Parameter target) {
        if (yaml instanceof Yaml.Text text) {
            Matcher placeholder = OWN.matcher(text.value());
            if (placeholder.matches()) {
                return parameter(placeholder.group(1), text.line(), place, target);
            }
        }
        Optional<String> constant = shape.plain(yaml, place);
        if (constant.isPresent() && target.secret()) {
            findings.add(
                    yaml.line(),
                    place,
                    "a secret may not stand here in clear; hand a {{parameter}} with format: password on, and change"
                            + " the secret if it was a real one");
            return Optional.empty();
        }
        constant.flatMap(target::complaint).ifPresent(why -> findings.add(yaml.line(), place, why));
        return constant.map(Handed.Constant::new);
    }

    private Optional<Handed> parameter(String name, int line, String place, Parameter target) {
        Optional<Parameter> found = own.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
        if (found.isEmpty()) {
            List<String> known = own.parameters().stream().map(Parameter::name).toList();
            findings.add(
                    line,
                    place,
                    "names no parameter of this Kamelet's own definition" + Spelling.suggestion(name, known)
                            + "; add it there or correct the name");
            return Optional.empty();
        }
        if (target.secret() && !found.get().secret()) {
            findings.add(
                    line, place, "is a secret: give " + name + " the line format: password in the definition, too");
        }
        return Optional.of(new Handed.Own(name));
    }
}
