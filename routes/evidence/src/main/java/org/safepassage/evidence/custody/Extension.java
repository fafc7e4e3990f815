package org.safepassage.evidence.custody;

import java.util.List;

/// The proof that the checkpoint extends an earlier one.
///
/// @param size of the earlier tree
/// @param path consistency proof, RFC 6962 2.1.2
record Extension(long size, List<Hash> path) {
    Extension {
        path = List.copyOf(path);
    }
}
