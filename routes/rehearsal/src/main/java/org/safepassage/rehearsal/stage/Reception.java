package org.safepassage.rehearsal.stage;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.safepassage.schemas.Receipt;

/// One line of a recipient's own journal `received.jsonl`: something arrived.
///
/// @param consignment id on the package
/// @param kind whether it is the first of this id
/// @param status what the recipient answered
/// @param sha256 digest of the encrypted package, lower-case hex
/// @param at the recipient's clock
public record Reception(String consignment, Kind kind, Receipt.Status status, String sha256, Instant at) {
    /// How often this id has been here before.
    public enum Kind {
        /// For the first time.
        @JsonProperty("first")
        FIRST,
        /// Again, after the sender knew that the first had arrived: sent twice.
        @JsonProperty("duplicate")
        DUPLICATE
    }

    Receipt receipt(String recipient) {
        return new Receipt(consignment, recipient, status, sha256, at);
    }
}
