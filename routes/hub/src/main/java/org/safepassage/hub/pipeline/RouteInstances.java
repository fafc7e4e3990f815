package org.safepassage.hub.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.safepassage.hub.configuration.Configuration;

/// Makes one instance of each route template a partner and recipient, when a configuration is applied.
public final class RouteInstances {
    private final CamelContext camel;

    /// @param camel with the templates
    public RouteInstances(CamelContext camel) {
        this.camel = camel;
    }

    /// One route that a configuration asks for.
    private record Wanted(String template, String name, Map<String, String> parameters) {
        String route() {
            return template + "." + name;
        }
    }

    /// Adds the routes that the configuration asks for.
    public void apply(Configuration configuration) {
        wanted(configuration).forEach(this::add);
    }

    /// Goes from one configuration to another: what both ask for is not touched and drops nothing. Harmless when
    /// part of it is done already, so that a change that failed half-way can be taken back.
    ///
    /// @throws Exception when a route that is not asked for any more does not stop
    public void take(Configuration before, Configuration after) throws Exception {
        List<Wanted> were = wanted(before);
        List<Wanted> will = wanted(after);
        for (Wanted wanted : were) {
            if (!will.contains(wanted) && camel.getRoute(wanted.route()) != null) {
                camel.getRouteController().stopRoute(wanted.route());
                camel.removeRoute(wanted.route());
            }
        }
        will.stream()
                .filter(wanted -> !were.contains(wanted) && camel.getRoute(wanted.route()) == null)
                .forEach(this::add);
    }

    private static List<Wanted> wanted(Configuration configuration) {
        var all = new ArrayList<Wanted>();
        all.addAll(ofRecipients(configuration));
        all.addAll(ofPartners(configuration));
        return all;
    }

    /// What hands over to each recipient that has a door.
    public void recipients(Configuration configuration) {
        ofRecipients(configuration).forEach(this::add);
    }

    /// What pulls and seals for each partner.
    public void partners(Configuration configuration) {
        ofPartners(configuration).forEach(this::add);
    }

    private static List<Wanted> ofRecipients(Configuration configuration) {
        return configuration.recipients().values().stream()
                .filter(recipient -> recipient.delivery().isPresent())
                .flatMap(recipient -> List.of("hand-over", "receipts").stream()
                        .map(template -> new Wanted(template, recipient.name(), Map.of("recipient", recipient.name()))))
                .toList();
    }

    private static List<Wanted> ofPartners(Configuration configuration) {
        return configuration.partners().values().stream()
                .flatMap(partner -> Stream.of(
                        new Wanted(
                                "seal",
                                partner.name(),
                                Map.of(
                                        "partner",
                                        partner.name(),
                                        "concurrency",
                                        String.valueOf(partner.limits().concurrency()))),
                        new Wanted("pull", partner.name(), Map.of("partner", partner.name()))))
                .toList();
    }

    private void add(Wanted wanted) {
        var route = TemplatedRouteBuilder.builder(camel, wanted.template()).routeId(wanted.route());
        wanted.parameters().forEach(route::parameter);
        route.add();
    }
}
