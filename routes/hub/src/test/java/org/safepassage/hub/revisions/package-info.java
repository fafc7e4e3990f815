/// Tests of the configuration's revisions.
@NullMarked
package org.safepassage.hub.revisions;

import org.jspecify.annotations.NullMarked;
