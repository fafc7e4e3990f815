package org.safepassage.evidence.custody;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// One entry of a proof: its leaf as it was hashed, its path to the root, and the openings that are shown.
///
/// @param leaf the canonical JSON
record ProvenEntry(
        long index, String leaf, List<Hash> path, Optional<Opening> subject, SortedMap<String, Opening> facts) {
    ProvenEntry {
        path = List.copyOf(path);
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    static ProvenEntry of(DisclosedEntry shown, String leaf, List<Hash> path, Openings openings) {
        SortedMap<String, Opening> facts = new TreeMap<>();
        for (String name : shown.facts()) {
            Opening opening = openings.facts().get(name);
            if (opening == null) {
                throw new IllegalArgumentException("entry " + shown.index() + " has no fact named " + name);
            }
            facts.put(name, opening);
        }
        return new ProvenEntry(
                shown.index(), leaf, path, shown.subject() ? Optional.of(openings.subject()) : Optional.empty(), facts);
    }

    /// What is wrong with this entry against a checkpoint; nothing when it is proved.
    List<String> problems(Checkpoint checkpoint) {
        byte[] bytes = leaf.getBytes(StandardCharsets.UTF_8);
        List<String> problems = new ArrayList<>();
        if (!MerkleProofs.includes(Hash.ofLeaf(bytes), index, checkpoint.size(), path, checkpoint.root())) {
            problems.add("entry " + index + ": its path does not lead to the checkpoint's root");
        }
        try {
            Leaf parsed = Leaf.parse(bytes);
            if (subject.isPresent() && !subject.get().commitment(Leaf.SUBJECT).equals(parsed.subject())) {
                problems.add("entry " + index + ": the subject shown is not the one committed to");
            }
            facts.forEach((name, opening) -> {
                if (!opening.commitment(name).equals(parsed.facts().get(name))) {
                    problems.add("entry " + index + ": a fact shown is not the one committed to");
                }
            });
        } catch (IllegalArgumentException e) {
            problems.add("entry " + index + ": its leaf is not in the form of this log");
        }
        return problems;
    }
}
