/// Tests of the KoboToolbox door against a fake of what its documentation says.
@NullMarked
package org.safepassage.connectors.kobo;

import org.jspecify.annotations.NullMarked;
