package org.safepassage.hub.pipeline;

import org.apache.camel.builder.RouteBuilder;
import org.safepassage.hub.pipeline.steps.Pull;
import org.safepassage.hub.pipeline.steps.Seal;

/// From a partner's door to sealed originals. One pair of routes a partner, each on its own queues, so that a partner
/// that is down or slow holds up nobody else.
public final class ArrivalRoutes extends RouteBuilder {
    private final Pull pull;
    private final Seal seal;

    /// @param pull lists what is new
    /// @param seal takes it into the vault
    public ArrivalRoutes(Pull pull, Seal seal) {
        this.pull = pull;
        this.seal = seal;
    }

    // spotless:off (a route reads as a sentence)
    @Override
    public void configure() {
        routeTemplate("pull").templateParameter("partner").templateParameter("concurrency", "1")
                .from("{{pull.queue}}").routeConfigurationId("troubles")
                .setHeader("partner", constant("{{partner}}"))
                .split().method(pull, "arrivals")
                    .to("{{seal.queue}}");

        routeTemplate("seal").templateParameter("partner").templateParameter("concurrency", "1")
                .from("{{seal.queue}}").routeConfigurationId("troubles")
                .convertBodyTo(ArrivalOrder.class)
                .transform().method(seal, "seal")
                .filter(body().isNotNull())
                    .to("{{extract.queue}}");
    }
    // spotless:on
}
