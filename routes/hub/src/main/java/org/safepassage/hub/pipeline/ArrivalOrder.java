package org.safepassage.hub.pipeline;

/// Asks for one arrival to be sealed; a reference into the ledger (claim check).
///
/// @param arrival id of the arrival
/// @param attempt counts from 1; a retry by an operator adds one
public record ArrivalOrder(String arrival, int attempt) {}
