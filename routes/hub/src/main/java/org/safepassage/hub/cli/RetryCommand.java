package org.safepassage.hub.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Starts a held item again once its cause is cleared.
@Command(
        name = "retry",
        description = "Starts a held item again once its cause is cleared.",
        mixinStandardHelpOptions = true)
final class RetryCommand implements Callable<Integer> {
    @Mixin
    private FolderOptions folders = new FolderOptions();

    @Option(names = "--json", description = "one JSON object")
    private boolean json;

    @Parameters(paramLabel = "ID", description = "as 'hub held' shows it")
    private String id = "";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var commandLine = Objects.requireNonNull(spec).commandLine();
        if (!id.matches("[a-z0-9-]{1,40}")) {
            commandLine.getErr().println("that is no id; 'hub held' lists them");
            return 2;
        }
        var answer = RunningHub.find(folders.folders()).post("/held/" + id + "/retry");
        commandLine
                .getOut()
                .println(json ? answer.toString() : answer.path("message").asText());
        commandLine.getOut().flush();
        return 0;
    }
}
