package org.safepassage.schemas;

/// What a person said, in their own words.
///
/// @param id unique in the case file
/// @param person id of who speaks
/// @param language BCP 47 tag such as `be`, or `und`
/// @param taken when it was taken down
/// @param text the words, full of names
public record Statement(String id, String person, String language, NormalDate taken, String text) {
    @Override
    public String toString() {
        return "Statement[" + id + "]";
    }
}
