package org.safepassage.hub.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.safepassage.connectors.DoorReport;
import org.safepassage.connectors.Doors;
import org.safepassage.hub.configuration.ConfigReader;
import org.safepassage.hub.configuration.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Doors to partners and recipients, tried without the hub.
@Command(name = "connector", description = "Tests the door to a partner or recipient.", mixinStandardHelpOptions = true)
final class ConnectorCommand {
    @Spec
    private @Nullable CommandSpec spec;

    /// Tries a door step by step; exit 1 when a step fails.
    @Command(name = "test", description = "Tries the door step by step.", mixinStandardHelpOptions = true)
    int test(
            @Parameters(paramLabel = "NAME", description = "a partner's or recipient's name") String name,
            @Mixin FolderOptions folders,
            @Option(names = "--json", description = "one JSON object") boolean json,
            @Option(names = "--next-secrets", description = "tries the next values of secrets that have one")
                    boolean nextSecrets)
            throws Exception {
        var commandLine = Objects.requireNonNull(spec).commandLine();
        switch (new ConfigReader(System.getenv()).read(folders.folders().config())) {
            case ConfigReader.Result.Unsound unsound -> {
                unsound.problems().forEach(commandLine.getErr()::println);
                return 2;
            }
            case ConfigReader.Result.Sound sound -> {
                var door = find(sound.configuration(), name);
                if (door == null) {
                    commandLine
                            .getErr()
                            .println("no partner and no recipient with a door is named so; there are "
                                    + sound.configuration().partners().keySet() + " and "
                                    + sound.configuration().recipients().keySet());
                    return 2;
                }
                var secrets = folders.folders().secretReferences();
                var values = (nextSecrets ? secrets.withNext() : secrets).resolve(door.parameters());
                return report(new DoorPlan(door.connector(), values), json);
            }
        }
    }

    private record DoorPlan(String connector, Map<String, String> parameters) {}

    private static @Nullable DoorPlan find(Configuration configuration, String name) {
        var partner = configuration.partners().get(name);
        if (partner != null) return new DoorPlan(partner.connector(), partner.parameters());
        var recipient = configuration.recipients().get(name);
        if (recipient == null) return null;
        return recipient
                .delivery()
                .map(delivery -> new DoorPlan(delivery.connector(), delivery.parameters()))
                .orElse(null);
    }

    private int report(DoorPlan plan, boolean json) throws Exception {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        try (var door = Doors.open(plan.connector(), plan.parameters())) {
            DoorReport report = door.test();
            if (json) {
                out.println(new ObjectMapper()
                        .createObjectNode()
                        .put("passed", report.passed())
                        .set("steps", new ObjectMapper().valueToTree(report.steps())));
            } else {
                report.steps()
                        .forEach(step -> out.printf(
                                "%-14s %-7s %s%s%n",
                                step.name(),
                                step.passed() ? "passed" : "FAILED",
                                step.detail(),
                                step.nextAction().isEmpty() ? "" : "\n               " + step.nextAction()));
            }
            out.flush();
            return report.passed() ? 0 : 1;
        }
    }
}
