package org.safepassage.redact.evaluation;

/// One mention that a figure counts against: where to look, without its words.
///
/// @param corpus name of the corpus
/// @param slice `as written` or the spoilt form, in whose offsets it is told
/// @param text id of the text
/// @param start offset of the first code point
/// @param end offset after the last code point
/// @param type of the mention, or the policy under which it was redacted
/// @param measure what it was counted in
public record Miss(String corpus, String slice, String text, int start, int end, String type, Measure measure) {}
