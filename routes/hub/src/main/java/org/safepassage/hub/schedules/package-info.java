/// When exchanges run: Quartz cron with a time zone, and runs on demand.
/// Both only put a pull order on the partner's own queue.
/// A schedule that fires while the same pull is still waiting adds nothing.
@NullMarked
package org.safepassage.hub.schedules;

import org.jspecify.annotations.NullMarked;
