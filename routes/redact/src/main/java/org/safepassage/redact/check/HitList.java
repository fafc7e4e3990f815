package org.safepassage.redact.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Gathers hits, each once, at most a thousand: the first already holds the consignment.
final class HitList {
    private static final int MOST = 1_000;

    private final Set<Hit> hits = new LinkedHashSet<>();
    private String file = "";

    void enter(String newFile) {
        file = newFile;
    }

    void add(String place, String type) {
        if (hits.size() < MOST) {
            hits.add(new Hit(file, place, type));
        }
    }

    /// Whether nothing more is taken, so that there is nothing to search for.
    boolean isFull() {
        return hits.size() >= MOST;
    }

    boolean isEmpty() {
        return hits.isEmpty();
    }

    List<Hit> hits() {
        return new ArrayList<>(hits);
    }
}
