package org.safepassage.redact;

/// Something a caller should be told about the persons it gave, without their names.
///
/// @param person id of the person
/// @param problem what is wrong and what follows, one sentence
public record Notice(String person, String problem) {}
