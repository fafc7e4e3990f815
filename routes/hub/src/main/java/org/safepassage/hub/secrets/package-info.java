/// Secrets by reference: an environment variable, a file, or the hub's encrypted store with a key of its own.
/// A value is looked up at the moment it is used and printed nowhere, so it can be exchanged without a restart.
/// No Spring here, so that offline commands start fast.
@NullMarked
package org.safepassage.hub.secrets;

import org.jspecify.annotations.NullMarked;
