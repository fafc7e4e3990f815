package org.safepassage.extract.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.tika.metadata.Metadata;

/// What a format says of itself, from Tika's metadata: without Tika's notes about itself, and bounded.
final class Facts {
    private static final int MOST_CHARS = 2_000_000;
    private static final int LONGEST_VALUE = 200_000;

    /// What is told of the worker's own temporary file.
    private static final Set<String> OURS = Set.of("resourceName", "File Name", "File Modified Date");

    private Facts() {}

    static Map<String, List<String>> of(Metadata metadata) {
        Map<String, List<String>> facts = new TreeMap<>();
        int chars = 0;
        int thumbnails = 0;
        for (String name : metadata.names()) {
            if (name.startsWith("X-TIKA:") || name.startsWith("embedded") || OURS.contains(name)) {
                continue;
            }
            List<String> values = new ArrayList<>();
            for (String value : metadata.getValues(name)) {
                String kept = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value;
                chars += kept.length();
                if (chars <= MOST_CHARS) {
                    values.add(Whitespace.tidy(kept));
                }
            }
            if (!values.isEmpty()) {
                facts.put(Whitespace.tidy(name), values);
            }
            if (name.equals("Exif Thumbnail:Thumbnail Length") || name.equals("Photoshop:Thumbnail Data")) {
                thumbnails += values.size();
            }
        }
        if (thumbnails > 0) {
            facts.put("Thumbnails", List.of(Integer.toString(thumbnails)));
        }
        return facts;
    }
}
