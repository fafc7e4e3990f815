package org.safepassage.rehearsal.demo;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.safepassage.rehearsal.audit.HubClaims;

/// The table that ends a demonstration: exchanges and how many versions stand in which state, then what is held.
///
/// @param claims what the hub says
record Table(HubClaims claims) {
    String text() {
        var counts = new TreeMap<String, Map<String, Long>>();
        var states = new TreeSet<String>();
        for (var line : claims.lines()) {
            line.exchanges().forEach((exchange, standing) -> {
                states.add(standing.state());
                counts.computeIfAbsent(exchange, name -> new TreeMap<>()).merge(standing.state(), 1L, Long::sum);
            });
        }
        var text = new StringBuilder("%-28s".formatted("exchange"));
        states.forEach(state -> text.append("%14s".formatted(state)));
        text.append('\n');
        counts.forEach((exchange, byState) -> {
            text.append("%-28s".formatted(exchange));
            states.forEach(state -> text.append("%14d".formatted(byState.getOrDefault(state, 0L))));
            text.append('\n');
        });
        claims.heldByReason().forEach((reason, count) -> text.append("held: %-22s%14d%n".formatted(reason, count)));
        return text.toString();
    }
}
