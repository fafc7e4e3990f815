/// Tests of the doors that the configuration names.
@NullMarked
package org.safepassage.hub.doors;

import org.jspecify.annotations.NullMarked;
