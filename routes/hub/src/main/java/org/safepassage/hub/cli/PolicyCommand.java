package org.safepassage.hub.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safepassage.redact.explanations.PolicyExplanation;
import org.safepassage.redact.policies.Policies;
import org.safepassage.redact.policies.PolicyInvalid;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What a redaction policy does.
@Command(name = "policy", description = "Explains redaction policies.", mixinStandardHelpOptions = true)
final class PolicyCommand {
    private static final String ENDING = ".yaml";

    @Spec
    private @Nullable CommandSpec spec;

    /// A policy in plain words; exit 2 with file, line and field of each problem when it cannot be used.
    @Command(
            name = "explain",
            description = "Tells in plain words what becomes of whose name, date, place or number, with examples.",
            mixinStandardHelpOptions = true)
    int explain(
            @Parameters(paramLabel = "NAME|FILE", description = "a policy of the configuration, or any policy file")
                    String policy,
            @Mixin FolderOptions folders,
            @Option(names = "--json", description = "one JSON object") boolean json)
            throws IOException {
        CommandLine commandLine = Objects.requireNonNull(spec).commandLine();
        Path own = folders.folders().config().resolve("policies");
        boolean isFile = policy.endsWith(ENDING) || policy.indexOf('/') >= 0;
        Path file = isFile ? Path.of(policy) : own.resolve(policy + ENDING);
        if (!Files.isRegularFile(file)) {
            return wrong(
                    commandLine,
                    isFile
                            ? "no such file: " + file
                            : "no policy of that name in " + own + "; there are: " + names(own));
        }
        try {
            var explanation = PolicyExplanation.of(Policies.read(file));
            if (json) {
                commandLine.getOut().println(explanation.json());
            } else {
                explanation.text().forEach(commandLine.getOut()::println);
            }
            commandLine.getOut().flush();
            return 0;
        } catch (PolicyInvalid e) {
            return wrong(commandLine, String.join(System.lineSeparator(), e.problems()));
        }
    }

    private static int wrong(CommandLine commandLine, String reason) {
        commandLine.getErr().println(reason);
        commandLine.getErr().flush();
        return 2;
    }

    private static String names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return "none, for there is no such folder";
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .collect(Collectors.joining(", "));
        }
    }
}
