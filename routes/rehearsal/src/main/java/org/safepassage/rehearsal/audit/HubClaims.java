package org.safepassage.rehearsal.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.safepassage.rehearsal.stage.HubApi;

/// What the hub says of itself: the list that an outsider checks line by line against what can be seen elsewhere.
///
/// @param arrivals listings that were admitted
/// @param lines every case file version
/// @param held open holds
public record HubClaims(long arrivals, List<Line> lines, List<Hold> held) {
    public HubClaims {
        lines = List.copyOf(lines);
        held = List.copyOf(held);
    }

    /// One version of one case file.
    ///
    /// @param id case file and version
    /// @param caseNumber the partner's own number
    /// @param exchanges where it stands, by exchange
    public record Line(String id, int version, String partner, String caseNumber, Map<String, Standing> exchanges) {
        public Line {
            exchanges = Map.copyOf(exchanges);
        }
    }

    /// Where a version stands in one exchange.
    ///
    /// @param consignments ids of what the recipient confirmed, supplements included
    /// @param supplements the state of each supplement
    public record Standing(String state, List<String> consignments, List<String> supplements) {
        public Standing {
            consignments = List.copyOf(consignments);
            supplements = List.copyOf(supplements);
        }
    }

    /// Something that waits.
    ///
    /// @param item case file and version, or a partner before there is a case file
    /// @param exchange empty when it waits before the exchanges part
    /// @param exhibit empty when the whole case file waits
    public record Hold(String item, String exchange, String step, String exhibit, String reason) {}

    /// Asks the running hub.
    ///
    /// @throws IOException when it does not answer
    /// @throws InterruptedException when the thread is interrupted
    public static HubClaims ask(HubApi api) throws IOException, InterruptedException {
        return of(api.get("reconciliation"), api.get("case-files"), api.get("held"));
    }

    static HubClaims of(JsonNode reconciliation, JsonNode caseFiles, JsonNode held) {
        var lines = new ArrayList<Line>();
        for (var line : caseFiles) {
            var exchanges = new HashMap<String, Standing>();
            line.path("exchanges").properties().forEach(entry -> {
                var consignments = new ArrayList<String>();
                entry.getValue().path("consignments").forEach(id -> consignments.add(id.asText()));
                var supplements = new ArrayList<String>();
                entry.getValue()
                        .path("supplements")
                        .forEach(one -> supplements.add(one.path("state").asText()));
                exchanges.put(
                        entry.getKey(),
                        new Standing(entry.getValue().path("state").asText(), consignments, supplements));
            });
            lines.add(new Line(
                    line.path("id").asText(),
                    line.path("version").asInt(),
                    line.path("partner").asText(),
                    line.path("caseNumber").asText(),
                    exchanges));
        }
        var holds = new ArrayList<Hold>();
        for (var hold : held) {
            holds.add(new Hold(
                    hold.path("item").asText(),
                    hold.path("exchange").asText(),
                    hold.path("step").asText(),
                    hold.path("exhibit").asText(),
                    hold.path("reason").asText()));
        }
        return new HubClaims(reconciliation.path("arrivals").asLong(), lines, holds);
    }

    /// How many versions stand in this state, over all exchanges.
    long count(String state) {
        return lines.stream()
                .flatMap(line -> line.exchanges().values().stream())
                .filter(standing -> standing.state().equals(state))
                .count();
    }

    /// Open holds by reason, exhibits included.
    public Map<String, Long> heldByReason() {
        var byReason = new TreeMap<String, Long>();
        held.forEach(hold -> byReason.merge(hold.reason(), 1L, Long::sum));
        return byReason;
    }

    /// Arrivals that wait and have not become a case file.
    long heldArrivals() {
        return held.stream().filter(hold -> hold.item().startsWith("partner ")).count();
    }
}
