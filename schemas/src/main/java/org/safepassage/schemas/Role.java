package org.safepassage.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What a person is in a case. Redaction and release decide by it.
public enum Role {
    @JsonProperty("complainant")
    COMPLAINANT,
    @JsonProperty("witness")
    WITNESS,
    @JsonProperty("relative")
    RELATIVE,
    @JsonProperty("alleged-perpetrator")
    ALLEGED_PERPETRATOR,
    @JsonProperty("interviewer")
    INTERVIEWER,
    @JsonProperty("medical-staff")
    MEDICAL_STAFF,
    @JsonProperty("lawyer")
    LAWYER,
    @JsonProperty("other")
    OTHER
}
