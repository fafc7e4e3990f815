package org.safepassage.release.decisions;

/// What an exchange asks for: who gives, who gets, for which purpose, under which agreement. Immutable.
///
/// @param exchange name of the exchange
/// @param partner name of who gives
/// @param recipient name of who gets
/// @param purpose what it is wanted for
/// @param agreement name of the agreement that the exchange relies on
public record Terms(String exchange, String partner, String recipient, String purpose, String agreement) {}
