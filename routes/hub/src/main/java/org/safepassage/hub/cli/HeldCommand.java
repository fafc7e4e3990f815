package org.safepassage.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Lists what is held, why, and what the operator does about it.
@Command(
        name = "held",
        description = "What is held, why, and the next action of each.",
        mixinStandardHelpOptions = true)
final class HeldCommand implements Callable<Integer> {
    @Mixin
    private FolderOptions folders = new FolderOptions();

    @Option(names = "--json", description = "JSON Lines, one object an item")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        var items = RunningHub.find(folders.folders()).get("/held");
        for (JsonNode item : items) {
            if (json) {
                out.println(item);
            } else {
                out.printf(
                        "%s  %s%s%s%s  %s  (%s)%n    %s%n",
                        item.path("id").asText(),
                        item.path("item").asText(),
                        prefixed(" @", item.path("exchange").asText()),
                        item.path("supplement").asInt() == 0
                                ? ""
                                : " supplement " + item.path("supplement").asInt(),
                        prefixed(" exhibit ", item.path("exhibit").asText()),
                        item.path("reason").asText(),
                        item.path("where").asText(),
                        item.path("nextAction").asText());
            }
        }
        if (!json) out.println(items.size() + " held");
        out.flush();
        return 0;
    }

    private static String prefixed(String prefix, String value) {
        return value.isEmpty() ? "" : prefix + value;
    }
}
