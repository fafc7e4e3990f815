package org.safepassage.hub.pipeline;

import org.apache.camel.builder.RouteBuilder;
import org.safepassage.hub.pipeline.steps.Detect;
import org.safepassage.hub.pipeline.steps.Extract;
import org.safepassage.hub.pipeline.steps.Normalise;

/// From sealed originals to known mentions: once for each case file version. Then the way parts, one parcel an
/// exchange.
public final class CaseFileRoutes extends RouteBuilder {
    private final Extract extract;
    private final Normalise normalise;
    private final Detect detect;

    /// @param extract reads the exhibits
    /// @param normalise reads the record
    /// @param detect finds the identities
    public CaseFileRoutes(Extract extract, Normalise normalise, Detect detect) {
        this.extract = extract;
        this.normalise = normalise;
        this.detect = detect;
    }

    // spotless:off (a route reads as a sentence)
    @Override
    public void configure() {
        from("{{extract.queue}}").routeId("extract").routeConfigurationId("troubles")
                .filter().method(extract, "passes")
                    .to("{{normalise.queue}}");

        from("{{normalise.queue}}").routeId("normalise").routeConfigurationId("troubles")
                .filter().method(normalise, "passes")
                    .to("{{detect.queue}}");

        from("{{detect.queue}}").routeId("detect").routeConfigurationId("troubles")
                .filter().method(detect, "passes")
                    .split().method(detect, "oneForEachExchange")
                        .to("{{decide.queue}}");
    }
    // spotless:on
}
