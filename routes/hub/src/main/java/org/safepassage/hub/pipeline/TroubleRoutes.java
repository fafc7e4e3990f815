package org.safepassage.hub.pipeline;

import org.apache.camel.builder.RouteConfigurationBuilder;

/// What happens when a step throws, told once for all routes: the message goes back and comes again later; when there
/// is
/// no use in trying again its case file is held with a reason and the message goes to the step's dead-letter queue.
public final class TroubleRoutes extends RouteConfigurationBuilder {
    private final Troubles troubles;

    /// @param troubles decides, holds and notes
    public TroubleRoutes(Troubles troubles) {
        this.troubles = troubles;
    }

    // spotless:off (a route reads as a sentence)
    @Override
    public void configuration() {
        routeConfiguration("troubles")
                .onException(Throwable.class).onWhen(method(troubles, "isLastTry"))
                    .handled(true).logExhausted(false)
                    .bean(troubles, "hold")
                    .to("jms:queue:dead")
                .end()
                .onException(Throwable.class).onWhen(method(troubles, "isAnotherTry"))
                    .handled(false).logExhausted(false)
                    .bean(troubles, "note")
                .end();
    }
    // spotless:on
}
