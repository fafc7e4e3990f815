/// The stage's parts, each against a real client of its kind.
/// Broker and hub are stood in for by an embedded Artemis with the same users.
/// All data is invented.
@NullMarked
package org.safepassage.rehearsal.stage;

import org.jspecify.annotations.NullMarked;
