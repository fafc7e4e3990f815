package org.safepassage.redact.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Where in one text the names of those stand who may be named, so that a name within such a name is no leak. A text
/// may hold very many of both, so a look-up takes no longer than a search by halves. Immutable.
final class PermittedNames {
    /// A stretch of sounds that reads as a name.
    ///
    /// @param pair whether two parts of one person's name stand in it
    /// @param owner whose name
    record Find(int from, int to, boolean pair, int owner) {}

    /// In order of their beginnings.
    private final List<Find> names;
    /// How far the names up to and with each one reach.
    private final int[] reach;

    PermittedNames(Collection<Find> finds) {
        names = joined(finds);
        names.sort(Comparator.comparingInt(Find::from));
        reach = new int[names.size()];
        int furthest = 0;
        for (int i = 0; i < reach.length; i++) {
            furthest = Math.max(furthest, names.get(i).to());
            reach[i] = furthest;
        }
    }

    /// Overlapping finds of one owner as one.
    private static List<Find> joined(Collection<Find> finds) {
        var joined = new ArrayList<Find>();
        var sorted = new ArrayList<>(finds);
        sorted.sort(Comparator.comparingInt(Find::owner).thenComparingInt(Find::from));
        for (Find find : sorted) {
            Find last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && last.owner() == find.owner() && find.from() < last.to()) {
                joined.set(
                        joined.size() - 1, new Find(last.from(), Math.max(last.to(), find.to()), true, find.owner()));
            } else {
                joined.add(find);
            }
        }
        return joined;
    }

    /// Whether a find is but a part of a longer name of somebody who may be named, or, for a surname alone, touches
    /// one.
    boolean excuses(Find find) {
        return find.pair()
                ? reachOfThoseBefore(find.from()) >= find.to() || reachOfThoseBefore(find.from() + 1) > find.to()
                : reachOfThoseBefore(find.to()) > find.from();
    }

    /// How far those names reach that begin before a place.
    private int reachOfThoseBefore(int place) {
        int low = 0;
        int high = reach.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (names.get(middle).from() < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? -1 : reach[low - 1];
    }
}
