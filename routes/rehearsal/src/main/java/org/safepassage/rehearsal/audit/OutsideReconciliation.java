package org.safepassage.rehearsal.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safepassage.rehearsal.stage.Bag;
import org.safepassage.rehearsal.stage.Json;
import org.safepassage.rehearsal.stage.RecipientServers;

/// Accounts for every case of a sample from what an outsider can see: the truth, the names of the vault's
/// objects, the recipients' own folders. The hub's list is taken as a claim and checked line by line. What does
/// not fit is written to `findings.jsonl`, leaks to `leaks.jsonl`. One thread at a time.
public final class OutsideReconciliation {
    private static final Set<String> TERMINAL =
            Set.of("not-selected", "delivered", "held", "refused", "withdrawn", "superseded");
    private static final Set<String> PAPERS = Set.of("interview", "medical-document", "document");

    private final Folders folders;
    private final GroundTruth truth;
    private final HubClaims claims;
    private final Rules rules;
    private final List<Map<String, String>> findings = new ArrayList<>();

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
        var recipients = new HashMap<String, RecipientFolder>();
        for (var name : RecipientServers.NAMES) {
            recipients.put(name, RecipientFolder.read(name, folders.recipients().resolve(name)));
        }
        long lost = missingVersions() + missingDeliveries(recipients);
        standings();
        var caseOf = caseOfConsignments();
        var figures = originals();

        var unpacked = new ArrayList<LeakCounter.Unpacked>();
        long consignments = 0;
        var bags = new LinkedHashMap<String, Path>();
        for (var recipient : recipients.values()) {
            for (var id : recipient.arrivals().keySet()) {
                consignments++;
                var folder = recipient.unpacked(id);
                if (Files.isDirectory(folder)) {
                    unpacked.add(
                            new LeakCounter.Unpacked(recipient.recipient(), id, folder, caseOf.getOrDefault(id, "")));
                    findBag(id, folder).ifPresent(bag -> bags.put(id, bag));
                }
            }
        }
        additions(bags);
        long verified = verified(verifier, bags);
        var leaks = new LeakCounter(truth).count(unpacked);
        for (var leak : leaks.leaks()) {
            Json.append(folders.report().resolve("leaks.jsonl"), leak);
        }
        long duplicated = recipients.values().stream()
                .mapToLong(RecipientFolder::duplicated)
                .sum();
        if (rules.unlabelled() > 0) {
            finding("unlabelled", "iapb", Integer.toString(rules.unlabelled()));
        }
        for (var finding : findings) {
            Json.append(folders.report().resolve("findings.jsonl"), finding);
        }
        boolean balanced = findings.isEmpty()
                && lost == 0
                && duplicated == 0
                && leaks.leaks().isEmpty()
                && verified == consignments;
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
                duplicated,
                leaks.planted(),
                leaks.leaks().size(),
                consignments,
                verified,
                seconds);
    }

    /// How many things did not fit, besides leaks.
    public int findings() {
        return findings.size();
    }

    /// Versions of the sample that the hub does not list and that no held arrival explains.
    private long missingVersions() {
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
                        finding("not-listed", sampled.id(), "v" + version);
                    }
                }
            }
        }
        long unexplained = Math.max(0, missing - claims.heldArrivals());
        if (claims.arrivals() != claims.lines().size() + claims.heldArrivals()) {
            finding(
                    "arrivals-unaccounted",
                    "hub",
                    claims.arrivals() + " arrivals, " + claims.lines().size() + " versions, " + claims.heldArrivals()
                            + " held before they became one");
        }
        return unexplained;
    }

    /// Deliveries that their recipient does not have, and packages with a recipient that the hub does not claim.
    private long missingDeliveries(Map<String, RecipientFolder> recipients) {
        long missing = 0;
        var claimed = new HashSet<String>();
        for (var line : claims.lines()) {
            for (var entry : line.exchanges().entrySet()) {
                var recipient = recipientOf(line, entry.getKey()).map(recipients::get);
                claimed.addAll(entry.getValue().consignments());
                for (var id : entry.getValue().consignments()) {
                    if (recipient.isEmpty() || !recipient.get().holdsOnce(id)) {
                        missing++;
                        finding("not-with-recipient", line.id(), id);
                    }
                }
                if (entry.getValue().state().equals("delivered")
                        && entry.getValue().consignments().isEmpty()) {
                    missing++;
                    finding("delivered-without-consignment", line.id(), entry.getKey());
                }
            }
        }
        for (var recipient : recipients.values()) {
            recipient.arrivals().keySet().stream()
                    .filter(id -> !claimed.contains(id))
                    .forEach(id -> finding("not-claimed", recipient.recipient(), id));
        }
        return missing;
    }

    private void standings() {
        for (var line : claims.lines()) {
            var expected =
                    rules.exchanges().getOrDefault(line.partner(), Map.of()).keySet();
            if (!line.exchanges().keySet().equals(expected)) {
                finding("exchanges", line.id(), "stands in " + line.exchanges().size() + " of " + expected.size());
            }
            line.exchanges().forEach((exchange, standing) -> {
                if (!TERMINAL.contains(standing.state())) {
                    finding("not-terminal", line.id(), exchange + " " + standing.state());
                }
                for (var supplement : standing.supplements()) {
                    if (!TERMINAL.contains(supplement)) {
                        finding("supplement-not-terminal", line.id(), exchange + " " + supplement);
                    }
                }
                if (standing.state().equals("held") && !isExplained(line, exchange)) {
                    finding("held-without-reason", line.id(), exchange);
                }
                if (!standing.consignments().isEmpty() && !mayGo(line, exchange)) {
                    finding("consent-broken", line.id(), exchange);
                }
            });
        }
    }

    private void additions(Map<String, Path> bags) throws IOException {
        for (var line : claims.lines()) {
            for (var standing : line.exchanges().values()) {
                Additions.findings(standing, bags)
                        .forEach(found -> finding(found.getKey(), line.id(), found.getValue()));
            }
        }
    }

    private boolean isExplained(HubClaims.Line line, String exchange) {
        return claims.held().stream()
                .anyMatch(hold -> hold.item().equals(line.id())
                        && (hold.exchange().isEmpty() || hold.exchange().equals(exchange)));
    }

    private boolean mayGo(HubClaims.Line line, String exchange) {
        var expected = findCase(line).map(CaseTruth::expected);
        var recipient = recipientOf(line, exchange);
        return expected.isPresent()
                && recipient.isPresent()
                && expected.get().containsKey(recipient.get())
                && expected.get().get(recipient.get()).outcome().equals("delivered");
    }

    private Optional<CaseTruth> findCase(HubClaims.Line line) {
        return truth.cases().stream()
                .filter(sampled -> sampled.partner().equals(line.partner())
                        && sampled.caseNumber().equals(line.caseNumber()))
                .findFirst();
    }

    private Optional<String> recipientOf(HubClaims.Line line, String exchange) {
        return Optional.ofNullable(
                rules.exchanges().getOrDefault(line.partner(), Map.of()).get(exchange));
    }

    private Map<String, String> caseOfConsignments() {
        var caseOf = new HashMap<String, String>();
        for (var line : claims.lines()) {
            var id = findCase(line).map(CaseTruth::id).orElse("");
            line.exchanges()
                    .values()
                    .forEach(standing -> standing.consignments().forEach(one -> caseOf.put(one, id)));
        }
        return caseOf;
    }

    /// Counts the originals whose bytes are in the vault; one that is not, of a version that arrived, is a finding.
    private Map<String, Long> originals() throws IOException {
        var vault = VaultFolder.digests(folders.data());
        var files = new SampleFiles(folders.sample());
        var arrived = new HashSet<List<Object>>();
        claims.lines().forEach(line -> arrived.add(List.of(line.partner(), line.caseNumber(), line.version())));
        var figures = new HashMap<String, Long>();
        for (var sampled : truth.cases()) {
            for (var original : sampled.originals()) {
                boolean there = vault.contains(files.sha256(original.file()));
                if (!there && arrived.contains(List.of(sampled.partner(), sampled.caseNumber(), original.version()))) {
                    finding("not-in-vault", sampled.id(), original.kind());
                }
                if (there && original.version() == 1) {
                    boolean paper = PAPERS.contains(original.kind());
                    figures.merge(paper ? "documents" : original.kind(), 1L, Long::sum);
                    figures.merge("pages", paper ? original.pages() : 0L, Long::sum);
                }
            }
        }
        return figures;
    }

    private Optional<Path> findBag(String id, Path folder) {
        try {
            return Optional.of(Bag.find(folder));
        } catch (IOException e) {
            finding("no-bag", id, "");
            return Optional.empty();
        }
    }

    /// How many bags a validator that is not ours and the hub's own verifier both accept.
    private long verified(Verifier verifier, Map<String, Path> bags) throws IOException, InterruptedException {
        var accepted = verifier.accepted(List.copyOf(bags.values()));
        long verified = 0;
        for (var bag : bags.entrySet()) {
            boolean valid = Bag.isValid(bag.getValue());
            if (valid && accepted.contains(bag.getValue())) {
                verified++;
            } else {
                finding("not-verified", bag.getKey(), valid ? "hub verify" : "bag");
            }
        }
        return verified;
    }

    private void finding(String kind, String subject, String detail) {
        findings.add(Map.of("finding", kind, "subject", subject, "detail", detail));
    }
}
