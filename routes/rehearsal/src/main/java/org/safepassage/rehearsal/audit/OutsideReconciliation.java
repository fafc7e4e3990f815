package org.safepassage.rehearsal.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.safepassage.rehearsal.stage.Json;

/// Accounts for every case of a sample from what an outsider can see: the truth, the names of the vault's
/// objects, the recipients' own folders. The hub's list is taken as a claim and checked line by line. What does
/// not fit is written to `findings.jsonl`, leaks to `leaks.jsonl`. One thread at a time.
public final class OutsideReconciliation {
    private final Folders folders;
    private final GroundTruth truth;
    private final HubClaims claims;
    private final Rules rules;

    /// Where to look.
    ///
    /// @param sample what the generator wrote
    /// @param data the hub's data folder
    /// @param recipients a folder for each recipient
    /// @param report where findings and leaks are written
    public record Folders(Path sample, Path data, Path recipients, Path report) {}

    /// What has to hold besides.
    ///
    /// @param exchanges recipients by exchange, for each partner; a partner that no exchange names is not pulled
    /// @param updated whether the sample's updates were applied
    /// @param unlabelled messages that reached a recipient without an id
    public record Rules(Map<String, Map<String, String>> exchanges, boolean updated, int unlabelled) {
        public Rules {
            exchanges = Map.copyOf(exchanges);
        }

        /// Whom an exchange of this partner serves, if there is such an exchange.
        Optional<String> findRecipient(String partner, String exchange) {
            return Optional.ofNullable(exchanges.getOrDefault(partner, Map.of()).get(exchange));
        }
    }

    /// An audit of one finished rehearsal.
    public OutsideReconciliation(Folders folders, GroundTruth truth, HubClaims claims, Rules rules) {
        this.folders = folders;
        this.truth = truth;
        this.claims = claims;
        this.rules = rules;
    }

    /// Judges.
    ///
    /// @param seconds how long the work took, passed through
    /// @throws IOException when a folder cannot be read
    /// @throws InterruptedException when the thread is interrupted
    public Balance judge(Verifier verifier, long seconds) throws IOException, InterruptedException {
        Files.createDirectories(folders.report());
        var findings = new Findings();
        var versions = new ListedVersions(truth, claims, rules, findings);
        var deliveries = new Deliveries(folders.recipients(), claims, rules, findings);
        long lost = versions.missing() + deliveries.missing();
        versions.standings();
        var figures = new ArrivedOriginals(folders, truth, claims, findings).figures();
        var unpacked = deliveries.unpacked(truth);
        deliveries.additions();
        long verified = deliveries.verified(verifier);
        var leaks = new LeakCounter(truth).count(unpacked);
        if (rules.unlabelled() > 0) {
            findings.add("unlabelled", "iapb", Integer.toString(rules.unlabelled()));
        }
        for (var leak : leaks.leaks()) {
            Json.append(folders.report().resolve("leaks.jsonl"), leak);
        }
        findings.appendTo(folders.report().resolve("findings.jsonl"));
        boolean balanced = findings.isEmpty()
                && lost == 0
                && deliveries.duplicated() == 0
                && leaks.leaks().isEmpty()
                && verified == deliveries.consignments();
        return new Balance(
                balanced,
                claims.arrivals(),
                claims.lines().stream()
                        .map(HubClaims.Line::caseNumber)
                        .distinct()
                        .count(),
                figures.getOrDefault("documents", 0L),
                figures.getOrDefault("pages", 0L),
                figures.getOrDefault("photograph", 0L),
                figures.getOrDefault("video", 0L),
                claims.count("delivered"),
                claims.heldByReason(),
                claims.count("refused"),
                claims.count("withdrawn"),
                lost,
                deliveries.duplicated(),
                leaks.planted(),
                leaks.leaks().size(),
                deliveries.consignments(),
                verified,
                seconds);
    }
}
