package org.safepassage.redact;

/// What stands in the place of one stretch of a text.
///
/// @param start of the stretch in code points of the original text
/// @param end behind its last code point
/// @param words a pseudonym, a placeholder or what else the policy asks for
public record Replaced(int start, int end, String words) {
    @Override
    public String toString() {
        return "Replaced[" + start + "-" + end + "]";
    }
}
