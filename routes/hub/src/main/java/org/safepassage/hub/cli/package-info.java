/// The command line: one class a command.
/// Offline commands start no Spring; commands about a running hub use its loopback API.
/// Exit 0 success, 1 a problem found, 2 wrong usage or bad input.
@NullMarked
package org.safepassage.hub.cli;

import org.jspecify.annotations.NullMarked;
