package org.safepassage.connectors.derived;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safepassage.connectors.KameletParameters;

/// Looks through an operator's Kamelet before anything of it is used. A Kamelet is code: a short one can read any bean
/// and write any file. So only one shape is accepted, and everything else is refused: a list of parameters, and a
/// template whose only step hands the message to a connector of ours, with constants and its own parameters as values.
/// What it names is allow-listed (connectors, steps, keys, parameter names); refusals tell place and next action and
/// never a value. Stateless; safe for several threads.
public final class ConnectorInspector {
    /// Names that begin so are ours.
    public static final String RESERVED = "sp-";

    /// How the file of a Kamelet ends.
    public static final String ENDING = ".kamelet.yaml";

    private static final String PROVIDER = "camel.apache.org/provider";
    private static final String TYPE = "camel.apache.org/kamelet.type";

    private ConnectorInspector() {}

    /// What came of an inspection.
    sealed interface Result {
        /// It may be used.
        record Accepted(DerivedConnector connector) implements Result {}

        /// It is not used.
        ///
        /// @param refusals at least one
        record Refused(List<Refusal> refusals) implements Result {}
    }

    /// Everything that is wrong with a Kamelet; empty when it may be used.
    ///
    /// @param file its name, `NAME.kamelet.yaml`
    /// @param text its content
    public static List<Refusal> refusals(String file, String text) {
        return inspect(file, text) instanceof Result.Refused refused ? refused.refusals() : List.of();
    }

    static Result inspect(String file, String text) {
        var findings = new Findings(file);
        Optional<DerivedConnector> connector =
                YamlReader.read(text, findings).flatMap(root -> connector(file, root, findings));
        if (connector.isPresent() && findings.refusals().isEmpty()) {
            return new Result.Accepted(connector.get());
        }
        return new Result.Refused(findings.refusals());
    }

    private static Optional<DerivedConnector> connector(String file, Yaml root, Findings findings) {
        var shape = new Shape(findings);
        var fields = shape.fields(root, "", List.of("apiVersion", "kind", "metadata", "spec"));
        shape.exactly(fields, "apiVersion", "camel.apache.org/v1", root.line(), "");
        shape.exactly(fields, "kind", "Kamelet", root.line(), "");
        shape.need(fields, "metadata", root.line(), "")
                .ifPresent(metadata -> metadata(file, metadata, shape, findings));
        Optional<Map<String, Yaml.Field>> spec = shape.need(fields, "spec", root.line(), "")
                .map(value -> shape.fields(value, "/spec", List.of("definition", "template")));
        Optional<KameletParameters> own = spec.flatMap(inner -> shape.need(inner, "definition", root.line(), "/spec"))
                .map(definition -> new DefinitionReader(findings).read(name(file), definition));
        Optional<Yaml> template = spec.flatMap(inner -> shape.need(inner, "template", root.line(), "/spec"));
        return own.flatMap(
                parameters -> template.flatMap(value -> new TemplateReader(findings, parameters).read(value)));
    }

    private static void metadata(String file, Yaml metadata, Shape shape, Findings findings) {
        var fields = shape.fields(metadata, "/metadata", List.of("name", "labels", "annotations"));
        String name = shape.needText(fields, "name", metadata.line(), "/metadata");
        int line = Optional.ofNullable(fields.get("name")).map(Yaml.Field::line).orElse(metadata.line());
        if (name.startsWith(RESERVED)) {
            findings.add(line, "/metadata/name", "names that begin with sp- are ours; take another one");
        } else if (!name.isEmpty() && !name.equals(name(file))) {
            findings.add(line, "/metadata/name", "must be the file's name without " + ENDING);
        } else if (!name.isEmpty() && !name.matches("[a-z][a-z0-9-]{0,79}")) {
            findings.add(line, "/metadata/name", "begins with a-z and has only a-z, 0-9 and hyphens");
        }
        Optional.ofNullable(fields.get("labels")).ifPresent(labels -> {
            var known = shape.fields(labels.value(), "/metadata/labels", List.of(TYPE));
            if (known.containsKey(TYPE)) {
                shape.exactly(known, TYPE, "action", labels.line(), "/metadata/labels");
            }
        });
        Optional.ofNullable(fields.get("annotations"))
                .map(annotations -> shape.fields(annotations.value(), "/metadata/annotations", List.of(PROVIDER)))
                .map(known -> known.get(PROVIDER))
                .ifPresent(provider -> shape.plain(provider.value(), "/metadata/annotations"));
    }

    /// The connector's name as its file has it.
    static String name(String file) {
        return file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : file;
    }
}
