package org.safepassage.hub.console;

import java.io.IOException;
import java.security.Principal;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.safepassage.hub.configuration.RecipientFile;
import org.safepassage.hub.configuration.RunningConfiguration;
import org.safepassage.hub.doors.ConfiguredDoors;
import org.safepassage.hub.doors.Expiries;
import org.safepassage.hub.doors.Expiry;
import org.safepassage.hub.revisions.ConfigChanges;
import org.safepassage.hub.schedules.RouteBoard;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// All partners and recipients: through which door, how it goes, what ends soon.
@Controller
public class PartnersPage {
    private static final long SOON = 60;

    private final RunningConfiguration configuration;
    private final ConfigChanges changes;
    private final RouteBoard board;
    private final Expiries expiries;
    private final ConfiguredDoors doors;
    private final DoorTrials trials;
    private final InstantSource clock;

    /// @param configuration that runs
    /// @param changes give the files that run
    /// @param board every route's state
    /// @param expiries of keys, certificates and secrets
    /// @param doors as they are configured
    /// @param trials of doors
    /// @param clock counts days
    PartnersPage(
            RunningConfiguration configuration,
            ConfigChanges changes,
            RouteBoard board,
            Expiries expiries,
            ConfiguredDoors doors,
            DoorTrials trials,
            InstantSource clock) {
        this.configuration = configuration;
        this.changes = changes;
        this.board = board;
        this.expiries = expiries;
        this.doors = doors;
        this.trials = trials;
        this.clock = clock;
    }

    /// One partner or recipient.
    ///
    /// @param connector empty for a recipient that takes its queue itself
    /// @param ends what ends soon
    public record Line(
            String name,
            String label,
            String connector,
            String state,
            String lastSuccess,
            String nextRun,
            String trouble,
            List<HealthPage.Ending> ends) {
        public Line {
            ends = List.copyOf(ends);
        }
    }

    /// Lists them.
    @GetMapping("/partners")
    public String list(Model model) throws IOException {
        var now = configuration.now();
        Map<String, RouteBoard.Line> routes =
                board.lines().stream().collect(Collectors.toMap(RouteBoard.Line::route, Function.identity()));
        var soon = expiries.all().stream()
                .filter(expiry -> expiry.daysLeft(clock.instant()) <= SOON)
                .toList();
        model.addAttribute(
                "partners",
                now.partners().values().stream()
                        .map(partner -> line(
                                partner.name(),
                                partner.label(),
                                partner.connector(),
                                routes.get("pull." + partner.name()),
                                ends("partner", partner.name(), soon)))
                        .sorted(Comparator.comparing(Line::name))
                        .toList());
        model.addAttribute(
                "recipients",
                now.recipients().values().stream()
                        .map(recipient -> line(
                                recipient.name(),
                                recipient.label(),
                                recipient
                                        .delivery()
                                        .map(RecipientFile.Delivery::connector)
                                        .orElse(""),
                                routes.get("hand-over." + recipient.name()),
                                ends("recipient", recipient.name(), soon)))
                        .sorted(Comparator.comparing(Line::name))
                        .toList());
        return "partners";
    }

    /// Tries a recipient's door.
    @PostMapping("/recipients/{name}/test")
    public String test(@PathVariable("name") String name, Principal who, Model model) throws IOException {
        var now = configuration.now();
        now.recipient(name);
        try {
            model.addAttribute("trial", trials.recipient(doors, now, name, who.getName()));
            model.addAttribute("tried", name);
        } catch (IOException untried) {
            model.addAttribute("trouble", DoorTrials.words(untried));
        }
        return list(model);
    }

    private List<HealthPage.Ending> ends(String kind, String name, List<Expiry> soon) {
        String file = changes.applied().texts().getOrDefault(kind + "s/" + name + ".yaml", "");
        return soon.stream()
                .filter(expiry -> expiry.what().endsWith(" " + kind + " " + name)
                        || (expiry.what().startsWith("secret ")
                                && file.contains("${secret:" + expiry.what().substring("secret ".length()) + "}")))
                .map(expiry -> new HealthPage.Ending(
                        expiry.what().replace(" of " + kind + " " + name, ""), expiry.daysLeft(clock.instant())))
                .toList();
    }

    private static Line line(
            String name,
            String label,
            String connector,
            RouteBoard.@org.jspecify.annotations.Nullable Line route,
            List<HealthPage.Ending> ends) {
        return route == null
                ? new Line(name, label, connector, "", "", "", "", ends)
                : new Line(
                        name,
                        label,
                        connector,
                        route.state(),
                        route.lastSuccess(),
                        route.nextRun(),
                        route.trouble(),
                        ends);
    }
}
