package org.safepassage.hub.schedules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.api.management.ManagedCamelContext;
import org.apache.camel.api.management.mbean.ManagedRouteMBean;
import org.quartz.CronExpression;
import org.safepassage.hub.configuration.Configuration;
import org.safepassage.hub.ledger.PartnerRuns;
import org.safepassage.hub.pipeline.Queues;
import org.safepassage.hub.pipeline.steps.Backlog;

/// Every route's state, backlog, last success and next run.
public final class RouteBoard {
    private final CamelContext camel;
    private final Configuration configuration;
    private final PartnerRuns runs;
    private final Backlog backlog;

    /// @param camel the running routes
    /// @param runs when partners were pulled
    /// @param backlog of the queues
    public RouteBoard(CamelContext camel, Configuration configuration, PartnerRuns runs, Backlog backlog) {
        this.camel = camel;
        this.configuration = configuration;
        this.runs = runs;
        this.backlog = backlog;
    }

    /// One route.
    ///
    /// @param backlog messages waiting before it
    /// @param lastSuccess empty when there was none since the hub started (for pulls: ever)
    /// @param nextRun empty when nothing is scheduled
    /// @param trouble what went wrong last, empty when nothing did
    public record Line(
            String route, String state, long backlog, long dead, String lastSuccess, String nextRun, String trouble) {}

    /// All routes by name; schedules are shown with the pull they order.
    public List<Line> lines() {
        var lines = new ArrayList<Line>();
        for (Route route : camel.getRoutes()) {
            String id = route.getRouteId();
            if (!id.startsWith("schedule.") && !id.startsWith("receipts.")) lines.add(line(id));
        }
        lines.sort(Comparator.comparing(Line::route));
        return lines;
    }

    private Line line(String id) {
        String state = camel.getRouteController().getRouteStatus(id).name().toLowerCase(java.util.Locale.ROOT);
        String queue = id.startsWith("hand-over.")
                ? Queues.recipient(id.substring(10))
                : id.equals("receipt") ? Queues.RECEIPTS : id;
        if (!id.startsWith("pull.")) return new Line(id, state, backlog.of(queue), dead(id), lastSuccess(id), "", "");
        String partner = id.substring(5);
        var run = runs.run(partner);
        return new Line(
                id,
                run.failure().isEmpty() ? state : "failing",
                backlog.of(queue),
                dead(id),
                run.succeeded().map(Instant::toString).orElse(""),
                nextRun(partner),
                run.failure());
    }

    private long dead(String id) {
        return backlog.of("dead." + id.replaceFirst("[.].*", "").replace("hand-over", "deliver"));
    }

    private String lastSuccess(String id) {
        ManagedCamelContext managed = camel.getCamelContextExtension().getContextPlugin(ManagedCamelContext.class);
        ManagedRouteMBean route = managed == null ? null : managed.getManagedRoute(id);
        if (route == null) return "";
        try {
            return Optional.ofNullable(route.getLastExchangeCompletedTimestamp())
                    .map(date -> date.toInstant().toString())
                    .orElse("");
        } catch (RuntimeException unknown) {
            return "";
        }
    }

    private String nextRun(String partner) {
        if (!configuration.settings().schedules()) return "";
        return configuration.exchangesOf(partner).stream()
                .flatMap(exchange -> exchange.schedule().stream())
                .flatMap(schedule -> next(schedule.cron(), schedule.zone()).stream())
                .min(Comparator.naturalOrder())
                .map(Instant::toString)
                .orElse("");
    }

    @SuppressWarnings("JavaUtilDate") // Quartz speaks java.util.Date
    private static Optional<Instant> next(String cron, String zone) {
        try {
            var expression = new CronExpression(cron);
            expression.setTimeZone(java.util.TimeZone.getTimeZone(zone));
            return Optional.ofNullable(expression.getNextValidTimeAfter(new java.util.Date()))
                    .map(java.util.Date::toInstant);
        } catch (java.text.ParseException invalid) {
            return Optional.empty();
        }
    }
}
