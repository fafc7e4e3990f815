package org.safepassage.release.consignments;

import java.util.List;

/// Checks a custody proof; the hub adapts it to the custody log's own verifier. Implementations work offline, are
/// thread-safe, and take every byte as hostile.
@FunctionalInterface
public interface CustodyCheck {
    /// What is wrong, one sentence each, without quoting the proof; empty when the checkpoint holds an entry for this
    /// consignment and payload.
    ///
    /// @param proofJson bytes of `custody/proof.json`
    /// @param checkpointText bytes of `custody/checkpoint.txt`, whose signature is checked elsewhere
    /// @param consignmentId id that the bag gives itself
    /// @param payloadDigest SHA-256 of `manifest-sha256.txt` in lower-case hex
    List<String> problems(byte[] proofJson, byte[] checkpointText, String consignmentId, String payloadDigest);
}
