package org.safepassage.hub.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.safepassage.schemas.CaseFileVersion;

/// What travels between steps: a reference to one case file version on its way in one exchange (claim check).
/// Written as JSON in a text message; one without `supplement` is a first consignment's, as all were once.
///
/// @param caseFile which version
/// @param exchange which exchange, or empty in the steps that all exchanges share
/// @param attempt counts from 1; each retry by an operator adds one, so that a repeated parcel differs from a
///     duplicate
/// @param supplement 0 for what goes first; otherwise the number, within the version, of the round in which held
///     exhibits are read again, and of the supplement that brings what came of it
public record Parcel(CaseFileVersion caseFile, String exchange, int attempt, int supplement) {
    @JsonCreator
    public Parcel {}

    /// What goes first.
    public Parcel(CaseFileVersion caseFile, String exchange, int attempt) {
        this(caseFile, exchange, attempt, 0);
    }

    /// The same on its way in one exchange.
    public Parcel in(String exchangeName, int exchangeAttempt) {
        return new Parcel(caseFile, exchangeName, exchangeAttempt, supplement);
    }

    /// What goes, or went, first in the same exchange.
    public Parcel first() {
        return new Parcel(caseFile, exchange, 1, 0);
    }

    /// The same one attempt later or earlier.
    public Parcel attempted(int newAttempt) {
        return new Parcel(caseFile, exchange, newAttempt, supplement);
    }

    /// Whether it brings what was held when the first consignment went. (A name in `is` would be written into the
    /// JSON.)
    public boolean follows() {
        return supplement > 0;
    }

    @Override
    public String toString() {
        String what = follows() ? caseFile + "/s" + supplement : caseFile.toString();
        return exchange.isEmpty() ? what : what + "@" + exchange;
    }
}
