package org.safepassage.hub.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.safepassage.hub.configuration.ConfigReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Exchanges, before and without their schedule.
@Command(name = "exchange", description = "Runs an exchange now.", mixinStandardHelpOptions = true)
final class ExchangeCommand {
    @Spec
    private @Nullable CommandSpec spec;

    /// Orders the exchange's partner to be pulled.
    @Command(name = "run", description = "Pulls the exchange's partner now.", mixinStandardHelpOptions = true)
    int run(
            @Parameters(paramLabel = "NAME", description = "name of the exchange") String name,
            @Mixin FolderOptions folders,
            @Option(names = "--json", description = "one JSON object") boolean json)
            throws Exception {
        var commandLine = Objects.requireNonNull(spec).commandLine();
        if (!ConfigReader.isName(name)) {
            commandLine.getErr().println("that is no name of an exchange");
            return 2;
        }
        var answer = RunningHub.find(folders.folders()).post("/exchanges/" + name + "/run");
        boolean ordered = answer.path("ordered").asBoolean();
        commandLine
                .getOut()
                .println(json ? answer.toString() : ordered ? name + " runs" : name + " is running already");
        commandLine.getOut().flush();
        return 0;
    }
}
