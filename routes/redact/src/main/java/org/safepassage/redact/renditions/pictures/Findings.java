package org.safepassage.redact.renditions.pictures;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What the searches of one picture gather. For one thread.
final class Findings {
    private final List<Region> regions = new ArrayList<>();
    private final Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);

    void cover(Region region) {
        regions.add(region);
    }

    void doubt(Doubt doubt) {
        doubts.add(doubt);
    }

    List<Region> regions() {
        return regions;
    }

    /// Each once, in the order of their declaration.
    Set<Doubt> doubts() {
        return doubts;
    }
}
