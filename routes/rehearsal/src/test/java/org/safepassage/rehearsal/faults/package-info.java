/// The packaged hub under faults that strike the whole of it.
/// It needs nothing but the hub's and the extractor's jars, as the launcher has them.
/// Small enough for every build; the long form is the command itself.
@NullMarked
package org.safepassage.rehearsal.faults;

import org.jspecify.annotations.NullMarked;
