package org.safepassage.rehearsal.sample.truth;

/// How a case should end at one recipient.
///
/// @param outcome `delivered`, `held` or `refused`
/// @param reason the code of the rule or hold reason, empty when delivered
public record Expected(String outcome, String reason) {}
