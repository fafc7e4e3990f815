package org.safepassage.schemas;

/// A place as the partner wrote it and its parts in one form; an absent part is the empty string.
///
/// @param original the partner's own words, never changed
/// @param name settlement or site
/// @param region first-level region
/// @param station police station, detention centre or colony when the place is one
public record Place(String original, String name, String region, String station) {
    /// A place of which only the partner's words are known.
    public static Place of(String original) {
        return new Place(original, "", "", "");
    }
}
