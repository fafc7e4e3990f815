/// The console in a browser's place: a real hub, its pages read and its forms filled in as they stand there.
@NullMarked
package org.safepassage.hub.console;

import org.jspecify.annotations.NullMarked;
