package org.safepassage.redact.evaluation;

/// How fast one core went through a corpus the second time, or later.
///
/// @param corpus its name
/// @param words letters and digits in runs, as everywhere in this room
/// @param nanos of CPU in the one thread that detected
public record Speed(String corpus, long words, long nanos) {
    /// Words a second.
    public double perSecond() {
        return nanos == 0 ? 0 : words * 1e9 / nanos;
    }
}
