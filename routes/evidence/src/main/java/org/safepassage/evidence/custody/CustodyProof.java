package org.safepassage.evidence.custody;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a consignment carries so that its recipient can verify custody offline: a checkpoint, and for chosen entries
/// the leaf, its path to the checkpoint's root, and the openings of chosen facts. Nothing else of the log is in it but
/// hashes. Immutable.
///
/// The checkpoint's signature is made and verified elsewhere; whoever has verified it gives the signed text to
/// [#verify]. A proof that was not verified against a signed checkpoint proves nothing.
public final class CustodyProof {
    private final Checkpoint checkpoint;
    private final List<ProvenEntry> entries;
    private final Optional<Extension> extension;

    CustodyProof(Checkpoint checkpoint, List<ProvenEntry> entries, Optional<Extension> extension) {
        this.checkpoint = checkpoint;
        this.entries = List.copyOf(entries);
        this.extension = extension;
    }

    /// Reads what [#toJson] wrote. Safe on hostile bytes: size, depth, numbers and unknown members are bounded.
    ///
    /// @throws IllegalArgumentException when the bytes are not a proof; the message quotes nothing of them
    public static CustodyProof parse(byte[] json) {
        return ProofJson.read(json);
    }

    /// The document, UTF-8 JSON; the same proof gives the same bytes.
    public byte[] toJson() {
        return ProofJson.write(this);
    }

    /// The text to sign: see [Checkpoint].
    public String checkpointText() {
        return checkpoint.text();
    }

    /// The checkpoint that all paths lead to.
    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /// Verifies offline: every leaf's hash and path, every opening, and that the checkpoint is the signed one.
    ///
    /// @param signedCheckpoint the text whose signature the caller verified against a pinned key
    /// @return what is wrong, in words without values; empty when all is proved
    public List<String> verify(String signedCheckpoint) {
        List<String> problems = new ArrayList<>();
        if (!checkpoint.text().equals(signedCheckpoint)) {
            problems.add("the checkpoint is not the signed one");
        }
        if (entries.isEmpty()) {
            problems.add("the proof shows no entry, so it proves nothing");
        }
        Set<Long> seen = new HashSet<>();
        for (ProvenEntry entry : entries) {
            if (!seen.add(entry.index())) {
                problems.add("entry " + entry.index() + " stands twice");
            }
            problems.addAll(entry.problems(checkpoint));
        }
        return List.copyOf(problems);
    }

    /// Verifies as above, and that the log only grew since a checkpoint that the recipient kept from before.
    public List<String> verify(String signedCheckpoint, Checkpoint kept) {
        List<String> problems = new ArrayList<>(verify(signedCheckpoint));
        if (!kept.origin().equals(checkpoint.origin())) {
            problems.add("the checkpoint is of another log than the one kept from before");
        } else if (kept.size() > checkpoint.size()) {
            problems.add("the log is shorter than it was");
        } else if (!isProvedToExtend(kept)) {
            problems.add("the log is not proved to extend the checkpoint kept from before");
        }
        return List.copyOf(problems);
    }

    /// What the entries show; true only when [#verify] found nothing wrong.
    ///
    /// @throws IllegalArgumentException when a leaf is not in the form of this log
    public List<ShownEntry> shown() {
        return entries.stream().map(CustodyProof::shown).toList();
    }

    List<ProvenEntry> entries() {
        return entries;
    }

    Optional<Extension> extension() {
        return extension;
    }

    private boolean isProvedToExtend(Checkpoint kept) {
        if (kept.size() == checkpoint.size()) {
            return kept.root().equals(checkpoint.root());
        }
        return extension
                .filter(e -> e.size() == kept.size())
                .filter(e -> MerkleProofs.extendsTree(
                        kept.size(), kept.root(), checkpoint.size(), checkpoint.root(), e.path()))
                .isPresent();
    }

    private static ShownEntry shown(ProvenEntry entry) {
        Leaf leaf = Leaf.parse(entry.leaf().getBytes(StandardCharsets.UTF_8));
        SortedMap<String, String> facts = new TreeMap<>();
        entry.facts().forEach((name, opening) -> facts.put(name, opening.value()));
        return new ShownEntry(
                entry.index(),
                leaf.step(),
                leaf.actor(),
                leaf.at(),
                entry.subject().map(Opening::value),
                facts,
                leaf.facts().size() - facts.size());
    }
}
