/// The door to forms of KoboToolbox, by its API v2: a submission with its media is a case. What is new is
/// asked for by submission time; what was edited is found by reconciling, since an edit keeps that time.
/// The listing and reading of records is that of the JSON door.
@NullMarked
package org.safepassage.connectors.kobo;

import org.jspecify.annotations.NullMarked;
