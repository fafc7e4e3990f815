package org.safepassage.rehearsal.audit;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The versions that the hub lists, set against the truth: each of the sample's is there, and stands in each of its
/// exchanges at an end that the truth allows.
///
/// @param findings takes what does not fit
record ListedVersions(GroundTruth truth, HubClaims claims, OutsideReconciliation.Rules rules, Findings findings) {
    private static final Set<String> TERMINAL =
            Set.of("not-selected", "delivered", "held", "refused", "withdrawn", "superseded");

    /// How many versions of the sample the hub does not list and no held arrival explains.
    long missing() {
        var listed = new HashSet<List<Object>>();
        claims.lines().forEach(line -> listed.add(List.of(line.partner(), line.caseNumber(), line.version())));
        long missing = 0;
        for (var sampled : truth.cases()) {
            if (!rules.exchanges().containsKey(sampled.partner())) {
                continue;
            }
            for (int version = 1; version <= (rules.updated() ? sampled.versions() : 1); version++) {
                if (!listed.contains(List.of(sampled.partner(), sampled.caseNumber(), version))) {
                    missing++;
                    if (sampled.recordValid()) {
                        findings.add("not-listed", sampled.id(), "v" + version);
                    }
                }
            }
        }
        if (claims.arrivals() != claims.lines().size() + claims.heldArrivals()) {
            findings.add(
                    "arrivals-unaccounted",
                    "hub",
                    claims.arrivals() + " arrivals, " + claims.lines().size() + " versions, " + claims.heldArrivals()
                            + " held before they became one");
        }
        return Math.max(0, missing - claims.heldArrivals());
    }

    /// Looks where each listed version stands.
    void standings() {
        for (var line : claims.lines()) {
            var expected =
                    rules.exchanges().getOrDefault(line.partner(), Map.of()).keySet();
            if (!line.exchanges().keySet().equals(expected)) {
                findings.add(
                        "exchanges", line.id(), "stands in " + line.exchanges().size() + " of " + expected.size());
            }
            line.exchanges().forEach((exchange, standing) -> standing(line, exchange, standing));
        }
    }

    private void standing(HubClaims.Line line, String exchange, HubClaims.Standing standing) {
        if (!TERMINAL.contains(standing.state())) {
            findings.add("not-terminal", line.id(), exchange + " " + standing.state());
        }
        for (var supplement : standing.supplements()) {
            if (!TERMINAL.contains(supplement)) {
                findings.add("supplement-not-terminal", line.id(), exchange + " " + supplement);
            }
        }
        if (standing.state().equals("held") && !isExplained(line, exchange)) {
            findings.add("held-without-reason", line.id(), exchange);
        }
        if (!standing.consignments().isEmpty() && !mayGo(line, exchange)) {
            findings.add("consent-broken", line.id(), exchange);
        }
    }

    private boolean isExplained(HubClaims.Line line, String exchange) {
        return claims.held().stream()
                .anyMatch(hold -> hold.item().equals(line.id())
                        && (hold.exchange().isEmpty() || hold.exchange().equals(exchange)));
    }

    private boolean mayGo(HubClaims.Line line, String exchange) {
        var expected = truth.find(line.partner(), line.caseNumber()).map(CaseTruth::expected);
        var recipient = rules.findRecipient(line.partner(), exchange);
        return expected.isPresent()
                && recipient.isPresent()
                && expected.get().containsKey(recipient.get())
                && expected.get().get(recipient.get()).outcome().equals("delivered");
    }
}
