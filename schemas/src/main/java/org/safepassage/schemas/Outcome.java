package org.safepassage.schemas;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/// How a step ended, as a value. Exceptions mean try again or our bug; an outcome is a decision.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Outcome.Passed.class, name = "passed"),
    @JsonSubTypes.Type(value = Outcome.Held.class, name = "held"),
    @JsonSubTypes.Type(value = Outcome.Refused.class, name = "refused")
})
public sealed interface Outcome {
    /// The step is done and the next may start.
    record Passed() implements Outcome {}

    /// The case file waits until the cause is cleared.
    ///
    /// @param reason why, which names the operator's next action
    /// @param where place of the cause without its value: a field, an exhibit id, a page
    record Held(HoldReason reason, String where) implements Outcome {}

    /// The case file does not go to this recipient.
    ///
    /// @param reasons codes and places, without any identity
    record Refused(List<String> reasons) implements Outcome {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
