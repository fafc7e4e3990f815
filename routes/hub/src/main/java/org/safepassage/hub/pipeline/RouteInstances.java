package org.safepassage.hub.pipeline;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.safepassage.hub.configuration.Configuration;
import org.safepassage.hub.configuration.ExchangeFile;
import org.safepassage.hub.configuration.RecipientFile;

/// Makes one instance of each route template a partner, recipient and schedule, when a configuration is applied.
public final class RouteInstances {
    private final CamelContext camel;

    /// @param camel with the templates
    public RouteInstances(CamelContext camel) {
        this.camel = camel;
    }

    /// Adds the routes that the configuration asks for.
    public void apply(Configuration configuration) {
        recipients(configuration);
        partners(configuration);
        if (configuration.settings().schedules()) schedules(configuration);
    }

    /// What hands over to each recipient that has a door.
    public void recipients(Configuration configuration) {
        configuration.recipients().values().forEach(this::recipient);
    }

    /// What pulls and seals for each partner.
    public void partners(Configuration configuration) {
        for (String partner : configuration.partners().keySet()) {
            add("seal", partner, "partner", partner);
            add("pull", partner, "partner", partner);
        }
    }

    /// What fires for each exchange that has a schedule.
    public void schedules(Configuration configuration) {
        configuration.exchanges().values().forEach(this::schedule);
    }

    private void recipient(RecipientFile recipient) {
        if (recipient.delivery().isEmpty()) return;
        add("hand-over", recipient.name(), "recipient", recipient.name());
        add("receipts", recipient.name(), "recipient", recipient.name());
    }

    private void schedule(ExchangeFile exchange) {
        exchange.schedule()
                .ifPresent(schedule -> TemplatedRouteBuilder.builder(camel, "schedule")
                        .routeId("schedule." + exchange.name())
                        .parameter("exchange", exchange.name())
                        .parameter("cron", schedule.cron().replace(' ', '+'))
                        .parameter("zone", schedule.zone())
                        .add());
    }

    private void add(String template, String name, String parameter, String value) {
        TemplatedRouteBuilder.builder(camel, template)
                .routeId(template + "." + name)
                .parameter(parameter, value)
                .add();
    }
}
