package org.safepassage.connectors.webdav;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;

/// The ETags that folders had when a listing was read to its end, by place. On a server where a change below a folder
/// changes the folder's ETag (Nextcloud carries it up to the root) an equal one means that nothing below is new.
/// Written down as the door's cursor.
final class FolderTags {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 5_000;

    private final Map<String, String> before;
    private final Map<String, String> now = new LinkedHashMap<>();

    private FolderTags(Map<String, String> before) {
        this.before = before;
    }

    /// @param cursor as [#cursor] wrote it, or empty
    static FolderTags of(String cursor) throws DoorProblem {
        try {
            return new FolderTags(
                    cursor.isEmpty()
                            ? Map.of()
                            : JSON.readValue(cursor, new TypeReference<LinkedHashMap<String, String>>() {}));
        } catch (JsonProcessingException unreadable) {
            throw new DoorProblem(
                    Kind.CONFIGURATION, "the cursor is none of this door's; pull this partner again from the start");
        }
    }

    /// Whether a folder was known before, so that asking for its ETag alone may save its listing.
    boolean knows(String place) {
        return before.containsKey(place);
    }

    /// Notes a folder's ETag; whether it is the one of before. Of several that are seen in one listing the first
    /// counts: what changes after it is found by the next.
    boolean unchanged(DavEntry folder) {
        String tag = folder.tag();
        boolean same = !tag.isEmpty() && tag.equals(before.get(folder.place()));
        if (same) {
            before.forEach((place, known) -> {
                if (place.startsWith(folder.place())) {
                    note(place, known);
                }
            });
        }
        note(folder.place(), tag);
        return same;
    }

    private void note(String place, String tag) {
        if (now.size() < MOST && !tag.isEmpty()) {
            now.putIfAbsent(place, tag);
        }
    }

    /// As it is written down.
    String cursor() {
        try {
            return JSON.writeValueAsString(now);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("strings are JSON", impossible);
        }
    }
}
