/// The benchmark's measuring tools; figures themselves are not asserted.
/// What is metered is real: this test's own process and a child of it.
/// All data is invented.
@NullMarked
package org.safepassage.rehearsal.bench;

import org.jspecify.annotations.NullMarked;
