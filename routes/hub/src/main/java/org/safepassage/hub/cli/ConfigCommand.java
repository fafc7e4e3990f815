package org.safepassage.hub.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.safepassage.hub.configuration.ConfigCheck;
import org.safepassage.hub.configuration.ConfigProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The configuration, checked without starting anything.
@Command(name = "config", description = "Checks the configuration folder.", mixinStandardHelpOptions = true)
final class ConfigCommand {
    @Spec
    private @Nullable CommandSpec spec;

    /// Checks every file and what they refer to; exit 2 with every problem on stderr.
    @Command(name = "check", description = "Checks every file and every reference.", mixinStandardHelpOptions = true)
    int check(@Mixin FolderOptions folders, @Option(names = "--json", description = "one JSON object") boolean json)
            throws Exception {
        var commandLine = Objects.requireNonNull(spec).commandLine();
        List<ConfigProblem> problems =
                new ConfigCheck(System.getenv()).problems(folders.folders().config());
        if (json) {
            var answer = new ObjectMapper().createObjectNode().put("sound", problems.isEmpty());
            answer.set("problems", new ObjectMapper().valueToTree(problems));
            commandLine.getOut().println(answer);
        } else if (problems.isEmpty()) {
            commandLine.getOut().println("the configuration is sound");
        }
        if (!json) problems.forEach(commandLine.getErr()::println);
        commandLine.getOut().flush();
        commandLine.getErr().flush();
        return problems.isEmpty() ? 0 : 2;
    }
}
