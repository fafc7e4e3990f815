package org.safepassage.connectors.s3;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safepassage.connectors.Item;
import org.safepassage.connectors.plumbing.Fingerprint;

/// One look at a case: the objects below its prefix, or one bundle.
///
/// @param name what stands between the cases' prefix and the objects' own names
/// @param entries the record or the bundle first, then the rest in the order of their keys
/// @param absent items the record names that are not there
/// @param caseNumber when it is known
/// @param overfull more objects than allowed: nothing of it is taken
record S3Case(String name, List<Entry> entries, List<Item> absent, Optional<String> caseNumber, boolean overfull) {
    /// @param object as listed
    /// @param below its name below the case
    /// @param item how the hub sees it
    record Entry(S3Object object, String below, Item item) {}

    S3Case {
        entries = List.copyOf(entries);
        absent = List.copyOf(absent);
    }

    /// The record or the bundle: what carries the mark.
    S3Object head() {
        return entries.getFirst().object();
    }

    /// Milliseconds since 1970 of the newest object.
    long newest() {
        return entries.stream()
                .mapToLong(entry -> entry.object().modified())
                .max()
                .orElse(0);
    }

    /// Changes when an object comes, goes or changes; the place of the case does not count.
    String fingerprint() {
        var facts = new ArrayList<String>();
        for (Entry entry : entries) {
            facts.add(entry.below());
            facts.add(entry.object().state());
        }
        return Fingerprint.of(facts);
    }

    List<Item> items() {
        var items = new ArrayList<>(entries.stream().map(Entry::item).toList());
        items.addAll(absent);
        return overfull ? items.subList(0, 1) : items;
    }

    @Override
    public String toString() {
        return "S3Case[" + entries.size() + "]";
    }
}
