package org.safepassage.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/// What a recipient answers to a consignment. Comes back on the queue `receipts` and closes the custody chain.
///
/// @param consignment id of the consignment
/// @param recipient who answers; checked against the credentials it came with
/// @param status whether they took it
/// @param sha256 digest of the encrypted package as it arrived there
/// @param at the recipient's clock, UTC
public record Receipt(String consignment, String recipient, Status status, String sha256, Instant at) {
    /// What the recipient says.
    public enum Status {
        @JsonProperty("accepted")
        ACCEPTED,
        @JsonProperty("rejected")
        REJECTED
    }
}
