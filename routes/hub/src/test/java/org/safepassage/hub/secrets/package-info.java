/// Tests of secrets by reference.
@NullMarked
package org.safepassage.hub.secrets;

import org.jspecify.annotations.NullMarked;
