package org.safepassage.connectors;

import java.util.List;

/// A case file as a partner offers it, new or changed. Holds the partner's own names, so it stays inside the hub and
/// prints nothing of itself.
///
/// @param key the partner's own case number or folder; all versions of a case share it
/// @param place where the door finds it again; opaque to everyone else
/// @param fingerprint changes when the content changes (by sizes, times, ETags or a change column) and stays the same
///     when only the place changes; 64 lower-case hex digits
/// @param cursor where to go on after this arrival; opaque
/// @param items what is known before reading; a bundle lists only itself
public record Arrival(String key, String place, String fingerprint, String cursor, List<Item> items) {
    public Arrival {
        items = List.copyOf(items);
    }

    @Override
    public String toString() {
        return "Arrival[" + fingerprint.substring(0, Math.min(12, fingerprint.length())) + "]";
    }
}
