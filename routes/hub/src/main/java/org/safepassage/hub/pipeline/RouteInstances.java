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
        configuration.recipients().values().forEach(this::recipient);
        for (String partner : configuration.partners().keySet()) {
            add("seal", partner, "partner", partner);
            add("pull", partner, "partner", partner);
        }
        if (configuration.settings().schedules())
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
