package org.safepassage.hub.pipeline;

import org.apache.camel.builder.RouteBuilder;
import org.safepassage.hub.schedules.Runs;

/// One route a schedule: when the cron fires in its time zone, the exchange is run as if an operator had asked.
public final class ScheduleRoutes extends RouteBuilder {
    private final Runs runs;

    /// @param runs orders the pull
    public ScheduleRoutes(Runs runs) {
        this.runs = runs;
    }

    // spotless:off (a route reads as a sentence)
    @Override
    public void configure() {
        routeTemplate("schedule").templateParameter("exchange").templateParameter("cron").templateParameter("zone")
                .from("{{schedule.timer}}")
                .bean(runs, "run('{{exchange}}')");
    }
    // spotless:on
}
