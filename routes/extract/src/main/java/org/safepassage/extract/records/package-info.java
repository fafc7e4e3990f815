/// A partner's record becomes a CaseFile: mapped, normalised, validated.
/// Problems name the field and the place in the partner's record, never the value.
/// Start with [org.safepassage.extract.records.RecordReader].
@NullMarked
package org.safepassage.extract.records;

import org.jspecify.annotations.NullMarked;
