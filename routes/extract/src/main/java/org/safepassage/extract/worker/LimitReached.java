package org.safepassage.extract.worker;

import java.io.IOException;

/// A document unfolds into more than its limits allow. Parsers may swallow it, so [Unfolding] remembers it too.
final class LimitReached extends IOException {
    private final String limit;

    /// @param limit name of the limit, the word that ends up in the extraction's reason
    LimitReached(String limit) {
        super("limit reached: " + limit);
        this.limit = limit;
    }

    String limit() {
        return limit;
    }
}
