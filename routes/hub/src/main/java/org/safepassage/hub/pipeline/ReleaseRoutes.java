package org.safepassage.hub.pipeline;

import org.apache.camel.builder.RouteBuilder;
import org.safepassage.hub.pipeline.steps.Check;
import org.safepassage.hub.pipeline.steps.Consign;
import org.safepassage.hub.pipeline.steps.Decide;
import org.safepassage.hub.pipeline.steps.Redact;
import org.safepassage.hub.pipeline.steps.Review;

/// From a decision to a sealed consignment: once for each exchange. Nothing reaches consign that check did not pass.
public final class ReleaseRoutes extends RouteBuilder {
    private final Decide decide;
    private final Redact redact;
    private final Check check;
    private final Review review;
    private final Consign consign;

    /// @param decide asks consent and agreement
    /// @param redact makes the renditions
    /// @param check proves absence in what was assembled
    /// @param review gives what policy asks for to a person
    /// @param consign signs and encrypts
    public ReleaseRoutes(Decide decide, Redact redact, Check check, Review review, Consign consign) {
        this.decide = decide;
        this.redact = redact;
        this.check = check;
        this.review = review;
        this.consign = consign;
    }

    // spotless:off (a route reads as a sentence)
    @Override
    public void configure() {
        from("{{decide.queue}}").routeId("decide").routeConfigurationId("troubles")
                .filter().method(decide, "passes")
                    .to("{{redact.queue}}");

        from("{{redact.queue}}").routeId("redact").routeConfigurationId("troubles")
                .filter().method(redact, "passes")
                    .to("{{check.queue}}");

        from("{{check.queue}}").routeId("check").routeConfigurationId("troubles")
                .filter().method(check, "passes")
                    .choice()
                        .when().method(review, "isWanted").to("{{review.queue}}")
                        .otherwise().to("{{consign.queue}}");

        from("{{review.queue}}").routeId("review").routeConfigurationId("troubles")
                .filter().method(review, "passes")
                    .to("{{consign.queue}}");

        from("{{consign.queue}}").routeId("consign").routeConfigurationId("troubles")
                .filter().method(consign, "passes")
                    .to("{{deliver.queue}}");
    }
    // spotless:on
}
