package org.safepassage.hub.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safepassage.connectors.Door;
import org.safepassage.connectors.DoorReport;
import org.safepassage.connectors.PartnerDoor;
import org.safepassage.extract.records.Mapping;
import org.safepassage.hub.configuration.ConfigReader;
import org.safepassage.hub.configuration.Configuration;
import org.safepassage.hub.configuration.RecipientFile;
import org.safepassage.hub.doors.CasePreview;
import org.safepassage.hub.doors.ConfiguredDoors;
import org.safepassage.hub.doors.PartnerTrial;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Doors to partners and recipients, tried without the hub.
@Command(
        name = "connector",
        description = "Tries doors and shows what would come through them.",
        mixinStandardHelpOptions = true)
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
                var configuration = sound.configuration();
                boolean gives = configuration.partners().containsKey(name);
                boolean gets = Optional.ofNullable(configuration.recipients().get(name))
                        .flatMap(RecipientFile::delivery)
                        .isPresent();
                if (!gives && !gets) {
                    commandLine
                            .getErr()
                            .println("no partner and no recipient with a door is named so; there are "
                                    + configuration.partners().keySet() + " and "
                                    + configuration.recipients().keySet());
                    return 2;
                }
                var secrets = folders.folders().secretReferences();
                var doors = new ConfiguredDoors(
                        nextSecrets ? secrets.withNext() : secrets,
                        folders.folders().hubSide());
                try (Door door = gives ? doors.partner(configuration, name) : doors.recipient(configuration, name)) {
                    return report(
                            door instanceof PartnerDoor partner ? tried(partner, name, configuration) : door.test(),
                            json);
                }
            }
        }
    }

    /// Shows what the first case files would become; exit 1 when one of them cannot be read or mapped.
    @Command(
            name = "preview",
            description = {
                "Shows the first case files of a partner beside what they become: case data, for your eyes.",
                "Nothing is kept, sealed or acknowledged; exhibits are listed and not read."
            },
            mixinStandardHelpOptions = true)
    int preview(
            @Parameters(paramLabel = "NAME", description = "a partner's name") String name,
            @Option(
                            names = "--items",
                            paramLabel = "N",
                            defaultValue = "3",
                            description = "how many (default 3, at most 50)")
                    int items,
            @Mixin FolderOptions folders,
            @Option(names = "--json", description = "JSON Lines, one object a case file") boolean json)
            throws Exception {
        var commandLine = Objects.requireNonNull(spec).commandLine();
        if (items < 1 || items > CasePreview.MOST_ITEMS) {
            commandLine.getErr().println("--items lies between 1 and " + CasePreview.MOST_ITEMS);
            return 2;
        }
        switch (new ConfigReader(System.getenv()).read(folders.folders().config())) {
            case ConfigReader.Result.Unsound unsound -> {
                unsound.problems().forEach(commandLine.getErr()::println);
                return 2;
            }
            case ConfigReader.Result.Sound sound -> {
                var configuration = sound.configuration();
                var partner = configuration.partners().get(name);
                if (partner == null) {
                    commandLine
                            .getErr()
                            .println("no partner is named so; there are "
                                    + configuration.partners().keySet());
                    return 2;
                }
                var mapping = Mapping.load(configuration.folder().resolve("mappings"), partner.mapping());
                var printer = new PreviewPrinter(commandLine.getOut(), json);
                var hub = folders.folders();
                try (var door =
                        new ConfiguredDoors(hub.secretReferences(), hub.hubSide()).partner(configuration, name)) {
                    int shown = new CasePreview().show(door, partner, mapping, items, printer);
                    if (shown == 0) commandLine.getErr().println("nothing waits at the partner now");
                    return printer.allMapped() ? 0 : 1;
                }
            }
        }
    }

    private static DoorReport tried(PartnerDoor door, String name, Configuration configuration) {
        return new PartnerTrial()
                .of(door, configuration.partner(name), configuration.folder().resolve("mappings"));
    }

    private int report(DoorReport report, boolean json) {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
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
