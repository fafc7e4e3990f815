package org.safepassage.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person allows to be done with what they told. Absence of a scope means no.
///
/// @param person id of who consents
/// @param status whether it stands
/// @param given when it was given
/// @param scopes what it covers
public record Consent(
        String person, Status status, @Nullable LocalDate given, List<Scope> scopes) {
    public Consent {
        scopes = List.copyOf(scopes);
    }

    /// Whether a consent stands. `UNCLEAR` never releases: it holds until the partner has asked again.
    public enum Status {
        @JsonProperty("given")
        GIVEN,
        @JsonProperty("refused")
        REFUSED,
        @JsonProperty("unclear")
        UNCLEAR,
        @JsonProperty("withdrawn")
        WITHDRAWN
    }

    /// One thing that is allowed: these recipients, for these purposes, about these categories, until a day.
    ///
    /// @param recipients names of recipients; `*` means any recipient with a valid agreement
    /// @param purposes such as `accountability`, `un-examination`, `forensic-opinion`
    /// @param categories categories of the case; `*` means all
    /// @param byName whether the person may be named to them
    /// @param until last day on which it holds, null for open-ended
    public record Scope(
            List<String> recipients,
            List<String> purposes,
            List<String> categories,
            boolean byName,
            @Nullable LocalDate until) {
        public Scope {
            recipients = List.copyOf(recipients);
            purposes = List.copyOf(purposes);
            categories = List.copyOf(categories);
        }
    }
}
