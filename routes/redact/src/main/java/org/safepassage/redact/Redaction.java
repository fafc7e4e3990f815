package org.safepassage.redact;

import org.safepassage.redact.policies.Action;

/// One thing that was done to a text, without what stood there.
///
/// @param where field or exhibit and page, without any identity; empty when the caller knows
/// @param type type of the mention
/// @param action what was done
/// @param recogniser who found it
public record Redaction(String where, String type, Action action, String recogniser) {}
