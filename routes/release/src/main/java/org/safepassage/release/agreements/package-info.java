/// What a partner and a recipient agreed in writing: who may get what, for which purpose, until when.
/// Read from one YAML file an agreement, checked by a JSON Schema that knows every key.
/// Nothing leaves without an agreement that is valid on the day of the decision.
@NullMarked
package org.safepassage.release.agreements;

import org.jspecify.annotations.NullMarked;
