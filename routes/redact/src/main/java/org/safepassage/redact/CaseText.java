package org.safepassage.redact;

/// One text of a case.
///
/// @param id of the exhibit or field it comes from; holds no identity
/// @param text the words
/// @param language BCP 47 tag, `und` when unknown
public record CaseText(String id, String text, String language) {
    @Override
    public String toString() {
        return "CaseText[" + id + "]";
    }
}
