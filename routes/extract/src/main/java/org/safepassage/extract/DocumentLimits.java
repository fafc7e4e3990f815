package org.safepassage.extract;

/// How much one document may unfold into. Reaching a limit keeps what was read so far: the extraction ends as
/// `partial` or `too-large` and its reason names the limit. Immutable.
///
/// @param embeddedDepth how many containers may lie inside each other; the document itself is depth 0
/// @param embeddedCount how many embedded documents are read in all
/// @param textChars UTF-16 units of text kept in all, embedded documents included
/// @param expansionRatio bytes unfolded for each byte that arrived; counts only above 100 MiB unfolded
/// @param expandedBytes bytes that may be unfolded from containers in all, beyond those that arrived
/// @param spoolBytes largest document that is put into the worker's own temporary folder when its parser needs to jump
///     about in it; pictures, sound and moving pictures are read as they stream by and have no limit
public record DocumentLimits(
        int embeddedDepth, int embeddedCount, int textChars, int expansionRatio, long expandedBytes, long spoolBytes) {
    private static final long MEBIBYTE = 1 << 20;

    public DocumentLimits {
        if (embeddedDepth < 0 || embeddedCount < 0 || textChars < 1 || expansionRatio < 1) {
            throw new IllegalArgumentException("limits of extraction are positive numbers");
        }
        if (expandedBytes < 1 || spoolBytes < 1) {
            throw new IllegalArgumentException("limits of extraction in bytes are positive numbers");
        }
    }

    /// Depth 8, 5,000 embedded documents, 10 million characters, 200 times and 2 GiB more than arrived unfolded, 4 GiB
    /// spooled.
    public static DocumentLimits defaults() {
        return new DocumentLimits(8, 5_000, 10_000_000, 200, 2048 * MEBIBYTE, 4096 * MEBIBYTE);
    }
}
