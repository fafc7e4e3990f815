package org.safepassage.extract.worker;

import java.util.Optional;
import org.safepassage.extract.DocumentLimits;

/// How far one document has unfolded: bytes out of containers, embedded documents, text. Shared by the whole tree of
/// the document; used by one thread.
final class Unfolding {
    private static final long RATIO_COUNTS_ABOVE = 100L << 20;

    private final DocumentLimits limits;
    private final ArrivingDocument document;
    private long unfolded;
    private int embedded;
    private int chars;
    private Optional<String> bomb = Optional.empty();
    private Optional<String> cut = Optional.empty();

    Unfolding(DocumentLimits limits, ArrivingDocument document) {
        this.limits = limits;
        this.document = document;
    }

    DocumentLimits limits() {
        return limits;
    }

    /// The limit that ended the whole document, which a parser may have swallowed.
    Optional<String> bomb() {
        return bomb;
    }

    /// The limit that left something out, such as embedded documents that lie too deep.
    Optional<String> cut() {
        return cut;
    }

    /// Counts bytes that came out of a container.
    ///
    /// @throws LimitReached at the limit, and ever after
    void unfold(long bytes) throws LimitReached {
        unfolded += bytes;
        // A large archive that holds no more than its own size is no bomb.
        if (unfolded - document.arrived() > limits.expandedBytes()) {
            bomb = Optional.of("expanded-bytes");
        } else if (unfolded > RATIO_COUNTS_ABOVE
                && unfolded / Math.max(1, document.arrived()) > limits.expansionRatio()) {
            bomb = Optional.of("expansion-ratio");
        }
        checkBomb();
    }

    /// Counts text.
    ///
    /// @return how many of these characters may be kept
    int keep(int length) {
        int kept = Math.min(length, limits.textChars() - chars);
        chars += kept;
        if (kept < length) {
            cut = Optional.of("text-chars");
        }
        return kept;
    }

    /// Whether one more embedded document may be read at this depth.
    boolean admit(int depth) throws LimitReached {
        checkBomb();
        if (depth > limits.embeddedDepth()) {
            cut = Optional.of("embedded-depth");
            return false;
        }
        if (embedded >= limits.embeddedCount()) {
            cut = Optional.of("embedded-count");
            return false;
        }
        embedded++;
        return true;
    }

    private void checkBomb() throws LimitReached {
        if (bomb.isPresent()) {
            throw new LimitReached(bomb.get());
        }
    }
}
