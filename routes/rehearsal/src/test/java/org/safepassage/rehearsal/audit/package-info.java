/// The audit, tried on leaks that the tests put into every carrier and on folders without any.
/// A counter that misses one carrier makes every zero worthless.
/// All data is invented.
@NullMarked
package org.safepassage.rehearsal.audit;

import org.jspecify.annotations.NullMarked;
