package org.safepassage.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Grammatical sex of a person as the record gives it; a pseudonym agrees with it in Belarusian and Russian.
public enum Sex {
    @JsonProperty("female")
    FEMALE,
    @JsonProperty("male")
    MALE,
    @JsonProperty("unknown")
    UNKNOWN
}
