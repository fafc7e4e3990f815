package org.safepassage.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.safepassage.hub.configuration.ConfigCheck;
import org.safepassage.hub.configuration.ConfigProblem;
import org.safepassage.hub.revisions.ConfigFiles;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The configuration: checked without starting anything, compared with what runs, applied, and taken back.
@Command(
        name = "config",
        description = "Checks, compares, applies and takes back the configuration.",
        mixinStandardHelpOptions = true)
final class ConfigCommand {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec
    private @Nullable CommandSpec spec;

    /// Who changes the configuration, and why; kept with the applied state.
    static final class Reasons {
        @Option(names = "--why", required = true, paramLabel = "TEXT", description = "why; kept with the revision")
        private String why = "";

        @Option(names = "--who", paramLabel = "NAME", description = "who applies it (default: the system's user)")
        private String who = System.getProperty("user.name", "operator");

        ObjectNode order() {
            return JSON.createObjectNode().put("who", who).put("why", why);
        }
    }

    /// Checks every file and what they refer to; exit 2 with every problem on stderr.
    @Command(name = "check", description = "Checks every file and every reference.", mixinStandardHelpOptions = true)
    int check(@Mixin FolderOptions folders, @Option(names = "--json", description = "one JSON object") boolean json)
            throws Exception {
        var commandLine = commandLine();
        List<ConfigProblem> problems = new ConfigCheck(
                        System.getenv(), folders.folders().secretReferences())
                .problems(folders.folders().config());
        if (json) {
            var answer = JSON.createObjectNode().put("sound", problems.isEmpty());
            answer.set("problems", JSON.valueToTree(problems));
            commandLine.getOut().println(answer);
        } else if (problems.isEmpty()) {
            commandLine.getOut().println("the configuration is sound");
        }
        if (!json) problems.forEach(commandLine.getErr()::println);
        commandLine.getOut().flush();
        commandLine.getErr().flush();
        return problems.isEmpty() ? 0 : 2;
    }

    /// What applying the files would change; exit 1 when something differs.
    @Command(
            name = "diff",
            description = "Compares what runs with the files; exit 1 when they differ.",
            mixinStandardHelpOptions = true)
    int diff(@Mixin FolderOptions folders, @Option(names = "--json", description = "a JSON list") boolean json)
            throws Exception {
        var changes = RunningHub.find(folders.folders()).get("/configuration/difference");
        var out = commandLine().getOut();
        if (json) out.println(changes);
        else if (changes.isEmpty()) out.println("the files are what runs");
        else show(changes);
        out.flush();
        return changes.isEmpty() ? 0 : 1;
    }

    /// Applies the files to the running hub.
    @Command(
            name = "apply",
            description = "Applies the files to the running hub, without a restart.",
            mixinStandardHelpOptions = true)
    int apply(
            @Mixin FolderOptions folders,
            @Mixin Reasons reasons,
            @Option(names = "--json", description = "one JSON object") boolean json)
            throws Exception {
        return order(folders, "/configuration/apply", reasons.order(), json);
    }

    /// Applies an earlier state again.
    @Command(
            name = "rollback",
            description = "Applies an earlier revision again; the files stay as they are.",
            mixinStandardHelpOptions = true)
    int rollback(
            @Parameters(paramLabel = "REVISION", description = "its number; see: hub config history") int revision,
            @Mixin FolderOptions folders,
            @Mixin Reasons reasons,
            @Option(names = "--json", description = "one JSON object") boolean json)
            throws Exception {
        return order(folders, "/configuration/rollback", reasons.order().put("revision", revision), json);
    }

    /// Every applied state.
    @Command(
            name = "history",
            description = "Lists every applied state with who, when and why.",
            mixinStandardHelpOptions = true)
    int history(@Mixin FolderOptions folders, @Option(names = "--json", description = "a JSON list") boolean json)
            throws Exception {
        var all = RunningHub.find(folders.folders()).get("/configuration/revisions");
        var out = commandLine().getOut();
        if (json) out.println(all);
        else
            all.forEach(revision -> out.printf(
                    "%4d  %-20s  %-12s  %-12s  %s%n",
                    revision.path("number").asInt(),
                    revision.path("at").asText(),
                    revision.path("who").asText(),
                    revision.path("origin").asText(),
                    revision.path("why").asText()));
        out.flush();
        return 0;
    }

    /// Writes the files that run, byte for byte as they were applied.
    @Command(
            name = "export",
            description = "Writes the files that run into a folder, as they were written.",
            mixinStandardHelpOptions = true)
    int export(
            @Parameters(paramLabel = "DIR", description = "a new or empty folder") Path target,
            @Mixin FolderOptions folders)
            throws Exception {
        var commandLine = commandLine();
        if (Files.isDirectory(target)) {
            try (var there = Files.list(target)) {
                if (there.findAny().isPresent()) {
                    commandLine.getErr().println(target + " is not empty: name a new folder");
                    return 2;
                }
            }
        }
        var texts = new TreeMap<String, String>();
        for (var file :
                RunningHub.find(folders.folders()).get("/configuration/files").properties()) {
            texts.put(file.getKey(), file.getValue().asText());
        }
        if (!texts.keySet().stream().allMatch(ConfigFiles::belongs))
            throw new IOException("the hub's answer holds a file that is not part of a configuration");
        new ConfigFiles(texts).writeTo(target);
        commandLine.getOut().println(texts.size() + " file(s) written to " + target);
        commandLine.getOut().flush();
        return 0;
    }

    private int order(FolderOptions folders, String path, ObjectNode order, boolean json)
            throws IOException, InterruptedException {
        var answer = RunningHub.find(folders.folders()).post(path, order);
        var commandLine = commandLine();
        var problems = answer.path("problems");
        int revision = answer.path("revision").asInt();
        if (json) {
            commandLine.getOut().println(answer);
        } else if (!problems.isEmpty()) {
            problems.forEach(problem -> commandLine.getErr().println(problem(problem)));
            commandLine.getErr().println("nothing was changed");
        } else if (revision == 0) {
            commandLine.getOut().println("the files are what runs; nothing was changed");
        } else {
            answer.path("changes")
                    .forEach(change -> commandLine
                            .getOut()
                            .println(change.path("kind").asText() + " "
                                    + change.path("path").asText()));
            commandLine.getOut().println("revision " + revision + " runs");
        }
        commandLine.getOut().flush();
        commandLine.getErr().flush();
        return problems.isEmpty() ? 0 : 2;
    }

    private static ConfigProblem problem(JsonNode told) {
        return new ConfigProblem(
                told.path("file").asText(),
                told.path("line").asInt(),
                told.path("place").asText(),
                told.path("message").asText());
    }

    private void show(JsonNode changes) {
        var out = commandLine().getOut();
        for (JsonNode change : changes) {
            out.println(change.path("kind").asText() + " " + change.path("path").asText());
            change.path("lines").forEach(line -> out.println("    " + line.asText()));
        }
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec).commandLine();
    }
}
