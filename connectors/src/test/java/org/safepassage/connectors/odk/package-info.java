/// Tests of the ODK Central door against a fake of what its documentation says.
@NullMarked
package org.safepassage.connectors.odk;

import org.jspecify.annotations.NullMarked;
