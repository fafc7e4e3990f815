package org.safepassage.hub.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Every arrival against its end. Exit 1 while something is under way or has no state.
@Command(
        name = "reconcile",
        description = "Every arrival against its terminal state; exit 1 when it does not balance.",
        mixinStandardHelpOptions = true)
final class ReconcileCommand implements Callable<Integer> {
    @Mixin
    private FolderOptions folders = new FolderOptions();

    @Option(names = "--json", description = "one JSON object")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        var figures = RunningHub.find(folders.folders()).get("/reconciliation");
        if (json) {
            out.println(figures);
        } else {
            figures.properties().forEach(entry -> out.printf("%-20s %s%n", entry.getKey(), entry.getValue()));
        }
        out.flush();
        return figures.path("balanced").asBoolean() ? 0 : 1;
    }
}
