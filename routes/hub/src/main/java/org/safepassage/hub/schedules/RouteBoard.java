package org.safepassage.hub.schedules;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.safepassage.hub.configuration.RunningConfiguration;
import org.safepassage.hub.ledger.PartnerRuns;
import org.safepassage.hub.pipeline.Queues;
import org.safepassage.hub.pipeline.RouteName;
import org.safepassage.hub.pipeline.steps.Backlog;
import org.safepassage.hub.pipeline.steps.DoorFaults;

/// Every route's state, backlog, last success and next run.
public final class RouteBoard {
    /// The way of a case file, by the first word of a route's id.
    private static final List<String> WAY = List.of(
            "pull",
            "seal",
            "extract",
            "normalise",
            "detect",
            "decide",
            "redact",
            "check",
            "review",
            "consign",
            "deliver",
            "hand-over",
            "receipts",
            "receipt");

    private final CamelContext camel;
    private final LastSuccesses successes;
    private final RunningConfiguration configuration;
    private final PartnerRuns runs;
    private final Backlog backlog;
    private final DoorFaults faults;
    private final Schedules schedules;

    /// @param camel the running routes
    /// @param successes of the routes since the start
    /// @param runs when partners were pulled
    /// @param backlog of the queues
    /// @param faults of doors
    /// @param schedules tell what comes next
    public RouteBoard(
            CamelContext camel,
            LastSuccesses successes,
            RunningConfiguration configuration,
            PartnerRuns runs,
            Backlog backlog,
            DoorFaults faults,
            Schedules schedules) {
        this.camel = camel;
        this.successes = successes;
        this.configuration = configuration;
        this.runs = runs;
        this.backlog = backlog;
        this.faults = faults;
        this.schedules = schedules;
    }

    /// One route.
    ///
    /// @param backlog messages waiting before it
    /// @param lastSuccess empty when there was none since the hub started (for pulls: ever)
    /// @param nextRun empty when nothing is scheduled
    /// @param trouble what went wrong last, empty when nothing did
    public record Line(
            String route, String state, long backlog, long dead, String lastSuccess, String nextRun, String trouble) {}

    /// All routes in the order of the way, then by name; schedules are shown with the pull they order.
    public List<Line> lines() {
        var lines = new ArrayList<Line>();
        for (Route route : camel.getRoutes()) {
            String id = route.getRouteId();
            if (!id.startsWith("schedule.")) lines.add(line(id));
        }
        lines.sort(Comparator.comparingInt(RouteBoard::place).thenComparing(Line::route));
        return lines;
    }

    private static int place(Line line) {
        int place = WAY.indexOf(RouteName.word(line.route()));
        return place < 0 ? WAY.size() : place;
    }

    private Line line(String id) {
        String state = camel.getRouteController().getRouteStatus(id).name().toLowerCase(java.util.Locale.ROOT);
        if (id.startsWith("pull.")) return pull(id, state, id.substring("pull.".length()));
        String trouble = trouble(id);
        return new Line(
                id,
                trouble.isEmpty() ? state : "failing",
                id.startsWith("receipts.") ? 0 : backlog.of(queue(id)),
                dead(id),
                lastSuccess(id),
                "",
                trouble);
    }

    private static String queue(String id) {
        if (id.startsWith("hand-over.")) return Queues.recipient(id.substring("hand-over.".length()));
        return id.equals("receipt") ? Queues.RECEIPTS : id;
    }

    /// A door that cannot be opened makes every route through it fail, and is told before the first try.
    private String trouble(String id) {
        String name = RouteName.name(id);
        if (id.startsWith("seal.")) return faults.ofPartner(name);
        return id.startsWith("hand-over.") || id.startsWith("receipts.") ? faults.ofRecipient(name) : "";
    }

    private Line pull(String id, String state, String partner) {
        var run = runs.run(partner);
        String fault = faults.ofPartner(partner);
        String trouble = fault.isEmpty() ? run.failure() : fault;
        return new Line(
                id,
                trouble.isEmpty() ? state : "failing",
                backlog.of(id),
                dead(id),
                run.succeeded().map(RouteBoard::shown).orElse(""),
                nextRun(partner),
                trouble);
    }

    private long dead(String id) {
        if (id.startsWith("receipts.")) return 0;
        return backlog.of(Queues.dead(RouteName.step(id)));
    }

    private String lastSuccess(String id) {
        return successes.of(id).map(RouteBoard::shown).orElse("");
    }

    private static String shown(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private String nextRun(String partner) {
        if (!configuration.now().settings().schedules()) return "";
        return configuration.now().exchangesOf(partner).stream()
                .flatMap(exchange -> schedules.next(exchange.name()).stream())
                .min(Comparator.naturalOrder())
                .map(Instant::toString)
                .orElse("");
    }
}
