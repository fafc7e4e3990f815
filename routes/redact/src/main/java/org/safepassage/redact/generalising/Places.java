package org.safepassage.redact.generalising;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.safepassage.redact.policies.Extent;
import org.safepassage.redact.text.Skeleton;

/// The region or country of a written place, from a small table of Belarusian towns and of places to which people
/// flee. Towns are met in any case, script and spelling by their [Skeleton]. Two regions in one mention make their
/// country, two countries make nothing.
final class Places {
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}'’]*");
    /// Endings of places in all cases, as they sound.
    private static final Pattern ENDING = Pattern.compile("[aiu]{0,2}|[aiu](?:m|h|v)[aiu]?|a[hm][aiu]");
    /// Of a town's district or region: `Минский район` is not the city.
    private static final Pattern AROUND =
            Pattern.compile("(?iU)\\b(?:район|раён|обл|вобл|р-н|region|district|voblast|oblast|vobla)");
    private static final int LEAST_STEM = 3;
    private static final int LONGEST_ENDING = 4;

    private record Region(String id, String country, List<String> words) {}

    private static final Map<String, Region> REGIONS = regions();
    private static final Map<String, String> BY_STEM = stems();

    private Places() {}

    static String region(String written, String language, Extent extent) {
        Set<Region> found = new LinkedHashSet<>();
        boolean around = AROUND.matcher(written).find();
        Matcher words = WORD.matcher(written);
        while (words.find()) {
            Region region = of(Skeleton.of(words.group().toLowerCase(Locale.ROOT)));
            if (region != null) {
                found.add(around && region.id().equals("by-hm") ? get("by-mi") : region);
            }
        }
        if (found.isEmpty()) {
            return "";
        }
        Region region = found.size() == 1 ? found.iterator().next() : null;
        if (region == null || extent == Extent.COUNTRY) {
            List<String> countries =
                    found.stream().map(Region::country).distinct().toList();
            region = countries.size() == 1 ? get(countries.getFirst()) : null;
        }
        return region == null ? "" : region.words().get(Table.column(language));
    }

    static List<String> words() {
        return REGIONS.values().stream()
                .flatMap(region -> region.words().stream())
                .toList();
    }

    private static @Nullable Region of(String sounds) {
        for (int cut = 0; cut <= LONGEST_ENDING && sounds.length() - cut >= LEAST_STEM; cut++) {
            int at = sounds.length() - cut;
            String id = BY_STEM.get(sounds.substring(0, at));
            if (id != null && ENDING.matcher(sounds.substring(at)).matches()) {
                return REGIONS.get(id);
            }
        }
        // Барановичский; Баранавіцкі, in which the last sound of Баранавічы has melted.
        int russian = sounds.lastIndexOf("sk");
        int belarusian = sounds.lastIndexOf("tk");
        String id = russian < LEAST_STEM ? null : BY_STEM.get(sounds.substring(0, russian));
        if (id == null && belarusian >= LEAST_STEM) {
            id = BY_STEM.get(sounds.substring(0, belarusian) + "c");
        }
        return id == null ? null : REGIONS.get(id);
    }

    private static Region get(String id) {
        Region region = REGIONS.get(id);
        if (region == null) {
            throw new IllegalStateException("a place of the table has no region: " + id);
        }
        return region;
    }

    private static Map<String, Region> regions() {
        var regions = new LinkedHashMap<String, Region>();
        for (List<String> row : Table.rows("regions.tsv")) {
            regions.put(row.get(0), new Region(row.get(0), row.get(1), row.subList(2, 5)));
        }
        return regions;
    }

    private static Map<String, String> stems() {
        var stems = new HashMap<String, String>();
        for (List<String> row : Table.rows("places.tsv")) {
            var names = new ArrayList<>(List.of(row.get(1), row.get(2)));
            names.addAll(List.of(row.get(3).split(",", -1)));
            get(row.getFirst());
            for (String name : names) {
                String stem = Skeleton.of(name.toLowerCase(Locale.ROOT)).replaceFirst("[aiu]+$", "");
                String other = stem.length() < LEAST_STEM ? row.getFirst() : stems.put(stem, row.getFirst());
                if (other != null && !other.equals(row.getFirst())) {
                    throw new IllegalStateException("two regions claim a place of the table: " + name);
                }
            }
        }
        return Map.copyOf(stems);
    }
}
