/// The sign-in-protected page with every route's state, backlog, last success and next run.
/// The console proper is built on the same figures.
/// Rendered on the server, no script.
@NullMarked
package org.safepassage.hub.console;

import org.jspecify.annotations.NullMarked;
