package org.safepassage.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Something other than a name that points to one person.
///
/// @param type what kind
/// @param value as the partner wrote it
public record Identifier(Type type, String value) {
    /// Kinds of identifiers that a record may give of a person.
    public enum Type {
        @JsonProperty("phone")
        PHONE,
        @JsonProperty("email")
        EMAIL,
        @JsonProperty("social-handle")
        SOCIAL_HANDLE,
        @JsonProperty("address")
        ADDRESS,
        @JsonProperty("passport")
        PASSPORT,
        @JsonProperty("personal-number")
        PERSONAL_NUMBER,
        @JsonProperty("vehicle-plate")
        VEHICLE_PLATE,
        @JsonProperty("birth-date")
        BIRTH_DATE,
        @JsonProperty("workplace")
        WORKPLACE,
        @JsonProperty("medical-record")
        MEDICAL_RECORD,
        @JsonProperty("other")
        OTHER
    }

    @Override
    public String toString() {
        return "Identifier[" + type + "]";
    }
}
