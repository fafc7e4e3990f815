package org.safepassage.rehearsal.sample;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Totals of one sample, also written to `truth/summary.json`.
///
/// @param cases how many
/// @param seed what they were drawn from
/// @param byPartner cases of each partner
/// @param documents interviews, medical documents and other papers
/// @param pages pages of them; a format without pages counts as one
/// @param scannedPages pages that only OCR can read
/// @param photographs how many
/// @param videos how many
/// @param others odd files on top
/// @param updates second versions that lie ready
/// @param planted lines of `truth/ground-truth.jsonl`
/// @param bytes size of all exhibits of the first versions
/// @param formats files of each format
public record Summary(
        int cases,
        long seed,
        SortedMap<String, Integer> byPartner,
        int documents,
        int pages,
        int scannedPages,
        int photographs,
        int videos,
        int others,
        int updates,
        int planted,
        long bytes,
        SortedMap<String, Integer> formats) {
    public Summary {
        byPartner = new TreeMap<>(Map.copyOf(byPartner));
        formats = new TreeMap<>(Map.copyOf(formats));
    }
}
