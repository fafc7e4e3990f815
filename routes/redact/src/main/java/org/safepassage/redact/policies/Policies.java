package org.safepassage.redact.policies;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;

/// The redaction policies of an operator, by name. Immutable.
public final class Policies {
    private static final JsonSchema SCHEMA = schema();

    private final Map<String, Policy> byName;

    private Policies(Map<String, Policy> byName) {
        this.byName = Map.copyOf(byName);
    }

    /// Reads every `*.yaml` in a folder.
    ///
    /// @throws PolicyInvalid with one sentence for each problem in any of them
    /// @throws IOException when the folder or a file cannot be read
    public static Policies load(Path folder) throws IOException, PolicyInvalid {
        var policies = new TreeMap<String, Policy>();
        var problems = new ArrayList<String>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                try {
                    Policy policy = read(file);
                    policies.put(policy.name(), policy);
                } catch (PolicyInvalid e) {
                    problems.addAll(e.problems());
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new PolicyInvalid(problems);
        }
        return new Policies(policies);
    }

    /// Reads one policy file.
    ///
    /// @throws PolicyInvalid with one sentence for each problem in it
    /// @throws IOException when it cannot be read
    public static Policy read(Path file) throws IOException, PolicyInvalid {
        return parse(file.getFileName().toString(), Files.readString(file));
    }

    /// Reads the text of a policy file of this name.
    ///
    /// @throws PolicyInvalid with one sentence for each problem in it
    public static Policy parse(String fileName, String yaml) throws PolicyInvalid {
        JsonNode tree = tree(fileName, yaml);
        List<String> problems = SCHEMA.validate(tree).stream()
                .map(message -> problem(fileName, yaml, message))
                .sorted()
                .toList();
        if (!problems.isEmpty()) {
            throw new PolicyInvalid(problems);
        }
        String name = fileName.replaceFirst("\\.yaml$", "");
        if (!tree.get("policy").asText().equals(name)) {
            throw new PolicyInvalid(List.of(fileName + " line " + line(yaml, "policy")
                    + ": policy must be the file name without .yaml; write policy: " + name));
        }
        var rows = new LinkedHashMap<String, Map<String, Action>>();
        tree.get("rows").properties().forEach(row -> {
            var actions = new LinkedHashMap<String, Action>();
            row.getValue()
                    .properties()
                    .forEach(cell -> actions.put(
                            cell.getKey(),
                            Action.valueOf(cell.getValue().asText().toUpperCase(Locale.ROOT))));
            rows.put(row.getKey(), Map.copyOf(actions));
        });
        JsonNode generalise = tree.path("generalise");
        return new Policy(
                name,
                tree.get("description").asText(),
                rows,
                new Generalising(
                        Precision.valueOf(word(generalise.path("DATE"), "month")),
                        Extent.valueOf(word(generalise.path("LOCATION"), "region"))),
                PseudonymStyle.valueOf(word(tree.path("pseudonym"), "code")),
                pixels(tree, "photographs"),
                pixels(tree, "scans"),
                pixels(tree, "videos"),
                Voice.valueOf(word(tree.path("voice"), "mute")));
    }

    /// The policy of this name, if there is one.
    public Optional<Policy> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// Names of all policies in order.
    public List<String> names() {
        return byName.keySet().stream().sorted().toList();
    }

    private static PixelRule pixels(JsonNode policy, String key) {
        return PixelRule.valueOf(word(policy.path(key), "hold"));
    }

    private static String word(JsonNode node, String otherwise) {
        return node.asText(otherwise).toUpperCase(Locale.ROOT);
    }

    private static JsonNode tree(String fileName, String yaml) throws PolicyInvalid {
        var limits = new LoaderOptions();
        limits.setAllowDuplicateKeys(false);
        limits.setMaxAliasesForCollections(10);
        try {
            JsonNode tree =
                    new YAMLMapper(YAMLFactory.builder().loaderOptions(limits).build()).readTree(yaml);
            return tree == null || tree.isMissingNode() ? new YAMLMapper().createObjectNode() : tree;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new PolicyInvalid(
                    List.of(
                            fileName + " line " + line
                                    + ": this is not YAML with unique keys; compare with config/policies/accountability-platform.yaml"));
        }
    }

    private static String problem(String fileName, String yaml, ValidationMessage message) {
        String field =
                message.getInstanceLocation().toString().replaceFirst("^/", "").replace('/', '.');
        String named =
                message.getProperty() == null ? field : (field.isEmpty() ? "" : field + ".") + message.getProperty();
        return fileName + " line " + line(yaml, named) + ": " + (named.isEmpty() ? "the file" : named) + " "
                + message.getMessage().replaceFirst("^[^:]*: ", "") + "; correct it, then run: hub config check";
    }

    /// The first line on which the path's keys appear in order, 1 when they do not.
    private static int line(String yaml, String field) {
        String[] lines = yaml.split("\n", -1);
        int line = 0;
        for (String key : field.split("\\.(?=[a-z]|[A-Z]{4,}$)")) {
            for (int i = line; i < lines.length; i++) {
                if (lines[i].stripLeading().startsWith(key + ":") || lines[i].contains("{" + key + ":")) {
                    line = i;
                    break;
                }
            }
        }
        return line + 1;
    }

    private static JsonSchema schema() {
        InputStream resource = Objects.requireNonNull(
                Policies.class.getResourceAsStream("policy.schema.json"), "policy.schema.json is part of the jar");
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(resource);
    }
}
