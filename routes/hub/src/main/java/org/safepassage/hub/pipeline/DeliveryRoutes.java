package org.safepassage.hub.pipeline;

import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.RouteBuilder;
import org.safepassage.hub.pipeline.steps.Deliver;
import org.safepassage.hub.pipeline.steps.DoorWatch;
import org.safepassage.hub.pipeline.steps.FetchReceipts;
import org.safepassage.hub.pipeline.steps.HandOver;
import org.safepassage.hub.pipeline.steps.TakeReceipt;

/// From a sealed consignment to the recipient's receipt. A recipient that takes its queue itself needs no
/// hand-over. What waited for the receipt, a supplement, begins its way then.
public final class DeliveryRoutes extends RouteBuilder {
    private final Deliver deliver;
    private final HandOver handOver;
    private final FetchReceipts fetchReceipts;
    private final DoorWatch watch;
    private final TakeReceipt takeReceipt;

    /// @param deliver puts the package on the recipient's queue
    /// @param handOver drains that queue through the recipient's door
    /// @param fetchReceipts looks for receipts at the recipient's door
    /// @param watch lets a door that is down rest
    /// @param takeReceipt closes the custody chain
    public DeliveryRoutes(
            Deliver deliver, HandOver handOver, FetchReceipts fetchReceipts, DoorWatch watch, TakeReceipt takeReceipt) {
        this.deliver = deliver;
        this.handOver = handOver;
        this.fetchReceipts = fetchReceipts;
        this.watch = watch;
        this.takeReceipt = takeReceipt;
    }

    // spotless:off (a route reads as a sentence)
    @Override
    public void configure() {
        from("{{deliver.queue}}").routeId("deliver").routeConfigurationId("troubles")
                .bean(deliver, "deliver");

        // The raw message, so that a large package streams and is never a body in memory.
        routeTemplate("hand-over").templateParameter("recipient")
                .from("{{recipient.queue}}").routeConfigurationId("troubles")
                .bean(handOver, "handOver");

        routeTemplate("receipts").templateParameter("recipient").templateParameter("period", "5000")
                .from("{{receipts.timer}}").routeConfigurationId("looks")
                .setHeader("recipient", constant("{{recipient}}"))
                .filter().method(watch, "isDue")
                    .split().method(fetchReceipts, "receipts")
                        .to("{{receipt.queue}}")
                        .bean(fetchReceipts, "acknowledge")
                    .end()
                    .bean(watch, "ended");

        from("{{receipt.queue}}").routeId("receipt").routeConfigurationId("troubles")
                .split().method(takeReceipt, "take")
                    .removeHeaders("*")
                    .to(ExchangePattern.InOnly, "{{decide.queue}}");
    }
    // spotless:on
}
