package org.safepassage.rehearsal.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What one recipient got of one version, as the bags themselves tell: one first consignment, and supplements
/// that each name it and bring what nothing before them brought. A supplement is a consignment of its own, never
/// a second copy.
final class Additions {
    private static final String LABEL = "Supplement-Of: ";

    private Additions() {}

    /// What does not fit, as a word and the consignment's id.
    ///
    /// @param standing what the hub claims
    /// @param bags of this recipient, by consignment
    /// @throws IOException when a bag cannot be read
    static List<Map.Entry<String, String>> findings(HubClaims.Standing standing, Map<String, Path> bags)
            throws IOException {
        var findings = new ArrayList<Map.Entry<String, String>>();
        var supplements = new TreeMap<String, String>();
        var shown = new HashSet<String>();
        int first = 0;
        for (String id : standing.consignments()) {
            var bag = bags.get(id);
            if (bag == null) {
                continue;
            }
            var addsTo = addsTo(bag);
            if (addsTo.isPresent()) {
                supplements.put(id, addsTo.get());
            } else if (++first > 1) {
                findings.add(Map.entry("two-first-consignments", id));
            }
            for (String rendition : renditions(bag)) {
                if (!shown.add(rendition)) {
                    findings.add(Map.entry("exhibit-sent-twice", id));
                }
            }
        }
        supplements.forEach((id, added) -> {
            if (!standing.consignments().contains(added) || supplements.containsKey(added)) {
                findings.add(Map.entry("supplement-of-nothing", id));
            }
        });
        long claimed =
                standing.supplements().stream().filter("delivered"::equals).count();
        if (claimed != supplements.size()) {
            findings.add(Map.entry("supplements-unaccounted", claimed + " claimed"));
        }
        return findings;
    }

    private static Optional<String> addsTo(Path bag) throws IOException {
        try (var lines = Files.lines(bag.resolve("bag-info.txt"), StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.startsWith(LABEL))
                    .map(line -> line.substring(LABEL.length()).strip())
                    .findFirst();
        }
    }

    private static List<String> renditions(Path bag) throws IOException {
        var folder = bag.resolve("data").resolve("renditions");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }
}
