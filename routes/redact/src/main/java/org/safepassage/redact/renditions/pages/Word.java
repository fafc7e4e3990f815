package org.safepassage.redact.renditions.pages;

/// A word that was recognised on a page.
///
/// @param text as it was read
/// @param line number of its line, ascending down the page
/// @param block number of its block
/// @param left pixels from the left edge
/// @param top pixels from the top
/// @param width of its box
/// @param height of its box
/// @param confidence 0 to 100 as recognition has it, or [#WRITTEN]
public record Word(String text, int block, int line, int left, int top, int width, int height, double confidence) {
    /// What the file's own text has in the same place: more than recognition ever says.
    static final double WRITTEN = 101;

    boolean isWritten() {
        return confidence >= WRITTEN;
    }

    @Override
    public String toString() {
        return "Word[line " + line + "]";
    }
}
