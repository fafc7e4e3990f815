package org.safepassage.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// A file that came with the record. File names are content: they may hold names and never leave unredacted.
///
/// @param id unique in the case file, made by the hub; holds no identity
/// @param kind what it shows
/// @param path the partner's path, which ties the record to the file
/// @param sha256 digest of the sealed original in lower-case hex; null until it is sealed
/// @param size bytes; 0 until it is sealed
/// @param captured when it was made, by the record
public record Exhibit(
        String id, Kind kind, String path, @Nullable String sha256, long size, NormalDate captured) {
    /// What an exhibit shows.
    public enum Kind {
        @JsonProperty("interview")
        INTERVIEW,
        @JsonProperty("medical-document")
        MEDICAL_DOCUMENT,
        @JsonProperty("document")
        DOCUMENT,
        @JsonProperty("photograph")
        PHOTOGRAPH,
        @JsonProperty("video")
        VIDEO,
        @JsonProperty("audio")
        AUDIO,
        @JsonProperty("other")
        OTHER
    }

    @Override
    public String toString() {
        return "Exhibit[" + id + "]";
    }
}
