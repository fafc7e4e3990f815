package org.safepassage.hub.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.safepassage.evidence.custody.CustodyProof;
import org.safepassage.release.consignments.CustodyCheck;

/// Checks with the custody log's own verifier that the signed checkpoint holds an entry for this consignment.
final class CustodyProofCheck implements CustodyCheck {
    @Override
    public List<String> problems(byte[] proofJson, byte[] checkpointText, String consignmentId, String payloadDigest) {
        try {
            var proof = CustodyProof.parse(proofJson);
            var problems = proof.verify(new String(checkpointText, StandardCharsets.UTF_8));
            if (!problems.isEmpty()) return problems;
            boolean shown = proof.shown().stream()
                    .anyMatch(entry -> entry.step().equals("consign")
                            && consignmentId.equals(entry.facts().get("consignment"))
                            && payloadDigest.equals(entry.facts().get("payload")));
            return shown ? List.of() : List.of("the proof shows no entry for this consignment and this payload");
        } catch (IllegalArgumentException unreadable) {
            return List.of(String.valueOf(unreadable.getMessage()));
        }
    }
}
