/// When exchanges run, by cron with a time zone or on demand, and how every route does.
/// A run only puts a pull order on the partner's own queue.
/// A schedule that fires while the same pull is still waiting adds nothing.
@NullMarked
package org.safepassage.hub.schedules;

import org.jspecify.annotations.NullMarked;
