package org.safepassage.hub.ledger;

import org.safepassage.schemas.CaseFileVersion;

/// What travels between steps: a reference to one case file version on its way in one exchange (claim check). Written
/// as JSON in a text message.
///
/// @param caseFile which version
/// @param exchange which exchange, or empty in the steps that all exchanges share
/// @param attempt counts from 1; each retry by an operator adds one, so that a repeated parcel differs from a duplicate
public record Parcel(CaseFileVersion caseFile, String exchange, int attempt) {
    /// The same version on its way in one exchange.
    public Parcel in(String exchangeName, int exchangeAttempt) {
        return new Parcel(caseFile, exchangeName, exchangeAttempt);
    }

    @Override
    public String toString() {
        return exchange.isEmpty() ? caseFile.toString() : caseFile + "@" + exchange;
    }
}
