package org.safepassage.hub.pipeline;

import org.apache.camel.builder.RouteConfigurationBuilder;
import org.safepassage.hub.pipeline.steps.DoorWatch;

/// What happens when a step throws, told once for all routes: the message goes back and comes again later; when
/// there is no use in trying again its case file is held with a reason and the message goes to the step's
/// dead-letter queue.
public final class TroubleRoutes extends RouteConfigurationBuilder {
    private final Troubles troubles;
    private final DoorWatch watch;

    /// @param troubles decides, holds and notes
    /// @param watch notes which door cannot be looked at
    public TroubleRoutes(Troubles troubles, DoorWatch watch) {
        this.troubles = troubles;
        this.watch = watch;
    }

    // spotless:off (a route reads as a sentence)
    @Override
    public void configuration() {
        routeConfiguration("troubles")
                .onException(Throwable.class).onWhen(method(troubles, "isLastTry"))
                    .handled(true).logExhausted(false)
                    .bean(troubles, "hold")
                    .to("{{dead.queue}}")
                .end()
                .onException(Throwable.class).onWhen(method(troubles, "isAnotherTry"))
                    .handled(false).logExhausted(false)
                    .bean(troubles, "note")
                .end();

        // A look for receipts carries nothing that could be lost: the next one finds the same.
        routeConfiguration("looks")
                .onException(Throwable.class)
                    .handled(true).logExhausted(false)
                    .bean(watch, "lookFailed")
                .end();
    }
    // spotless:on
}
