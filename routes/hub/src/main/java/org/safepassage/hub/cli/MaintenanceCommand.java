package org.safepassage.hub.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Holds all doors of the running hub, and lets them go.
@Command(
        name = "maintenance",
        description = "Holds all doors: nothing comes in and nothing goes out.",
        mixinStandardHelpOptions = true)
final class MaintenanceCommand {
    @Spec
    private @Nullable CommandSpec spec;

    /// Holds all doors, over restarts, too.
    @Command(name = "on", description = "Holds all doors until 'off'.", mixinStandardHelpOptions = true)
    int on(@Mixin FolderOptions folders, @Mixin ConfigCommand.Reasons reasons) throws Exception {
        var answer = RunningHub.find(folders.folders()).post("/maintenance/begin", reasons.order());
        return say(answer.path("changed").asBoolean() ? "all doors are held" : "all doors are held already");
    }

    /// Lets them go.
    @Command(
            name = "off",
            description = "Lets the doors go; what waits goes on by itself.",
            mixinStandardHelpOptions = true)
    int off(@Mixin FolderOptions folders, @Mixin ConfigCommand.Reasons reasons) throws Exception {
        var answer = RunningHub.find(folders.folders()).post("/maintenance/end", reasons.order());
        return say(answer.path("changed").asBoolean() ? "the doors are let go" : "no maintenance was on");
    }

    /// Whether it is on; exit 1 when it is.
    @Command(
            name = "status",
            description = "Says whether it is on; exit 1 when it is.",
            mixinStandardHelpOptions = true)
    int status(@Mixin FolderOptions folders, @Option(names = "--json", description = "one JSON object") boolean json)
            throws Exception {
        var mode = RunningHub.find(folders.folders()).get("/maintenance");
        boolean on = mode.path("on").asBoolean();
        say(
                json
                        ? mode.toString()
                        : on
                                ? "all doors are held since "
                                        + mode.path("since").asText() + " by "
                                        + mode.path("who").asText() + ": "
                                        + mode.path("why").asText()
                                : "no maintenance is on");
        return on ? 1 : 0;
    }

    private int say(String words) {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(words);
        out.flush();
        return 0;
    }
}
