package org.safepassage.hub.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/// Reads a configuration folder whole: either it is sound, or every problem in it is listed at once.
public final class ConfigReader {
    private final YamlFile yaml;

    /// @param environment where `${NAME}` in the files is looked up
    public ConfigReader(Map<String, String> environment) {
        this.yaml = new YamlFile(environment);
    }

    /// What came of reading a folder.
    public sealed interface Result {
        /// @param configuration sound in itself; doors, mappings and agreements are checked by `config check`
        record Sound(Configuration configuration) implements Result {}

        /// @param problems at least one
        record Unsound(List<ConfigProblem> problems) implements Result {}
    }

    /// Reads `folder`.
    ///
    /// @throws IOException when the folder itself cannot be listed
    public Result read(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return new Result.Unsound(List.of(new ConfigProblem(
                    folder.toString(), 0, "", "is no folder; name the configuration folder with --config")));
        }
        var problems = new ArrayList<ConfigProblem>();
        Settings settings = settings(folder, problems);
        return read(folder, settings, problems);
    }

    /// As [#read(Path)], for files beside which no settings lie.
    public Result read(Path folder, Settings settings) throws IOException {
        return read(folder, settings, new ArrayList<>());
    }

    private Result read(Path folder, Settings settings, List<ConfigProblem> problems) throws IOException {
        var partners = readAll(folder, "partner", ConfigRecords::partner, problems);
        var recipients = readAll(folder, "recipient", ConfigRecords::recipient, problems);
        if (recipients.containsKey(RecipientFile.HUB)) {
            problems.add(new ConfigProblem(
                    "recipients/" + RecipientFile.HUB + ".yaml",
                    0,
                    "",
                    "is the hub's own name at the broker: give the recipient's file another one"));
        }
        var exchanges = readAll(folder, "exchange", ConfigRecords::exchange, problems);
        exchanges.values().forEach(exchange -> {
            refer(exchange, "/partner", exchange.partner(), partners, problems);
            refer(exchange, "/recipient", exchange.recipient(), recipients, problems);
        });
        return problems.isEmpty()
                ? new Result.Sound(new Configuration(folder, settings, partners, recipients, exchanges))
                : new Result.Unsound(problems);
    }

    /// The hub's own settings alone, for commands that need nothing else; the defaults where the folder has none.
    ///
    /// @throws IOException naming the first problem when they cannot be used
    public Settings settings(Path folder) throws IOException {
        var problems = new ArrayList<ConfigProblem>();
        Settings settings = settings(folder, problems);
        if (!problems.isEmpty()) throw new IOException(problems.getFirst().toString());
        return settings;
    }

    private Settings settings(Path folder, List<ConfigProblem> problems) throws IOException {
        Path application = folder.resolve("application.yaml");
        return ConfigRecords.settings(
                        Files.exists(application)
                                ? yaml.read(folder, application, "application", problems::add)
                                        .orElseGet(ConfigRecords::empty)
                                : ConfigRecords.empty())
                .below(folder);
    }

    /// Whether a partner, recipient or exchange may be named so: the name becomes one in queues and logs.
    public static boolean isName(String text) {
        return text.matches("[a-z][a-z0-9-]{0,39}");
    }

    private <T> Map<String, T> readAll(
            Path folder, String kind, BiFunction<String, JsonNode, T> record, List<ConfigProblem> problems)
            throws IOException {
        var all = new TreeMap<String, T>();
        for (Path file : YamlFile.yamlFiles(folder.resolve(kind + "s"))) {
            String name = file.getFileName().toString().replaceFirst("\\.yaml$", "");
            if (!isName(name)) {
                problems.add(new ConfigProblem(
                        folder.relativize(file).toString(),
                        0,
                        "",
                        "the file's name becomes a name in queues and logs: use a-z, 0-9 and -, at most 40"));
                continue;
            }
            Optional<ObjectNode> content = yaml.read(folder, file, kind, problems::add);
            content.ifPresent(node -> all.put(name, record.apply(name, node)));
        }
        return all;
    }

    private static void refer(
            ExchangeFile exchange, String place, String name, Map<String, ?> known, List<ConfigProblem> problems) {
        if (!known.containsKey(name)) {
            problems.add(new ConfigProblem(
                    "exchanges/" + exchange.name() + ".yaml",
                    0,
                    place,
                    "names something that is not configured (or not sound); there are " + known.keySet()));
        }
    }
}
