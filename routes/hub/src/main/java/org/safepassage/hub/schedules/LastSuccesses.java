package org.safepassage.hub.schedules;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.ExchangeHelper;
import org.apache.camel.support.RoutePolicySupport;

/// When each route last did its work without an error, since the hub started. What went to a dead-letter queue does not
/// count. Safe for several threads.
public final class LastSuccesses implements RoutePolicyFactory {
    private final Map<String, Instant> successes = new ConcurrentHashMap<>();
    private final InstantSource clock;

    /// @param clock tells when
    public LastSuccesses(InstantSource clock) {
        this.clock = clock;
    }

    /// The last success of a route, if there was one.
    public Optional<Instant> of(String route) {
        return Optional.ofNullable(successes.get(route));
    }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext camel, String route, NamedNode definition) {
        return new RoutePolicySupport() {
            @Override
            public void onExchangeDone(Route done, Exchange exchange) {
                if (!exchange.isFailed() && !ExchangeHelper.isFailureHandled(exchange))
                    successes.put(route, clock.instant());
            }
        };
    }
}
