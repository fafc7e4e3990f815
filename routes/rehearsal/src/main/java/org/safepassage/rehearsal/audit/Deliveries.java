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
import org.safepassage.rehearsal.stage.Bag;
import org.safepassage.rehearsal.stage.RecipientServers;

/// What lies in the recipients' own folders, set against what the hub says that it delivered. Used once, by one
/// thread: [#unpacked] finds the bags that the questions after it are about.
final class Deliveries {
    private final Map<String, RecipientFolder> recipients = new HashMap<>();
    private final Map<String, Path> bags = new LinkedHashMap<>();
    private final HubClaims claims;
    private final OutsideReconciliation.Rules rules;
    private final Findings findings;

    /// Reads the recipients' journals.
    ///
    /// @param folder with a folder for each recipient
    /// @param findings takes what does not fit
    /// @throws IOException when a journal cannot be read
    Deliveries(Path folder, HubClaims claims, OutsideReconciliation.Rules rules, Findings findings) throws IOException {
        this.claims = claims;
        this.rules = rules;
        this.findings = findings;
        for (var name : RecipientServers.NAMES) {
            recipients.put(name, RecipientFolder.read(name, folder.resolve(name)));
        }
    }

    /// How many claimed deliveries their recipient does not have; a package that the hub does not claim does not fit.
    long missing() {
        long missing = 0;
        var claimed = new HashSet<String>();
        for (var line : claims.lines()) {
            for (var entry : line.exchanges().entrySet()) {
                var recipient =
                        rules.findRecipient(line.partner(), entry.getKey()).map(recipients::get);
                var standing = entry.getValue();
                claimed.addAll(standing.consignments());
                for (var id : standing.consignments()) {
                    if (recipient.isEmpty() || !recipient.get().holdsOnce(id)) {
                        missing++;
                        findings.add("not-with-recipient", line.id(), id);
                    }
                }
                if (standing.state().equals("delivered")
                        && standing.consignments().isEmpty()) {
                    missing++;
                    findings.add("delivered-without-consignment", line.id(), entry.getKey());
                }
            }
        }
        for (var recipient : recipients.values()) {
            recipient.arrivals().keySet().stream()
                    .filter(id -> !claimed.contains(id))
                    .forEach(id -> findings.add("not-claimed", recipient.recipient(), id));
        }
        return missing;
    }

    /// The consignments that lie unpacked, each with the case that it belongs to.
    List<LeakCounter.Unpacked> unpacked(GroundTruth truth) {
        var caseOf = casesByConsignment(truth);
        var unpacked = new ArrayList<LeakCounter.Unpacked>();
        for (var recipient : recipients.values()) {
            for (var id : recipient.arrivals().keySet()) {
                var folder = recipient.unpacked(id);
                if (Files.isDirectory(folder)) {
                    unpacked.add(
                            new LeakCounter.Unpacked(recipient.recipient(), id, folder, caseOf.getOrDefault(id, "")));
                    findBag(id, folder);
                }
            }
        }
        return unpacked;
    }

    private Map<String, String> casesByConsignment(GroundTruth truth) {
        var caseOf = new HashMap<String, String>();
        for (var line : claims.lines()) {
            var id = truth.find(line.partner(), line.caseNumber())
                    .map(CaseTruth::id)
                    .orElse("");
            line.exchanges()
                    .values()
                    .forEach(standing -> standing.consignments().forEach(one -> caseOf.put(one, id)));
        }
        return caseOf;
    }

    private void findBag(String id, Path folder) {
        try {
            bags.put(id, Bag.find(folder));
        } catch (IOException e) {
            findings.add("no-bag", id, "");
        }
    }

    /// Looks whether the supplements among the bags add to what their recipient got before.
    ///
    /// @throws IOException when a bag cannot be read
    void additions() throws IOException {
        for (var line : claims.lines()) {
            for (var standing : line.exchanges().values()) {
                Additions.findings(standing, bags)
                        .forEach(found -> findings.add(found.getKey(), line.id(), found.getValue()));
            }
        }
    }

    /// How many bags a validator that is not ours and the hub's own verifier both accept.
    ///
    /// @throws IOException when a bag cannot be read or the verifier does not run
    /// @throws InterruptedException when the thread is interrupted while it runs
    long verified(Verifier verifier) throws IOException, InterruptedException {
        var accepted = verifier.accepted(List.copyOf(bags.values()));
        long verified = 0;
        for (var bag : bags.entrySet()) {
            boolean valid = Bag.isValid(bag.getValue());
            if (valid && accepted.contains(bag.getValue())) {
                verified++;
            } else {
                findings.add("not-verified", bag.getKey(), valid ? "hub verify" : "bag");
            }
        }
        return verified;
    }

    /// How many packages lie with recipients.
    long consignments() {
        return recipients.values().stream()
                .mapToLong(recipient -> recipient.arrivals().size())
                .sum();
    }

    /// How many packages came again.
    long duplicated() {
        return recipients.values().stream()
                .mapToLong(RecipientFolder::duplicated)
                .sum();
    }
}
