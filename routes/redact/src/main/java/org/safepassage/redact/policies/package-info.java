/// Redaction policies: role by type by action, from YAML checked by a schema.
/// What no line of a policy covers is removed.
/// A policy never names a person; it speaks of roles and types only.
@NullMarked
package org.safepassage.redact.policies;

import org.jspecify.annotations.NullMarked;
