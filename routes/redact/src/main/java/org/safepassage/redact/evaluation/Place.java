package org.safepassage.redact.evaluation;

/// Where a figure belongs.
///
/// @param corpus name of the corpus
/// @param language BCP 47 tag
/// @param slice [#AS_WRITTEN], a spoilt form of the texts, or what is special about the mentions
public record Place(String corpus, String language, String slice) {
    /// The texts as they are, all mentions.
    public static final String AS_WRITTEN = "as written";

    Place of(String otherSlice) {
        return new Place(corpus, language, otherSlice);
    }
}
