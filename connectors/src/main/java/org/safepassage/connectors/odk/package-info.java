/// The door to forms of ODK Central: a submission with its attachments is a case. Submissions are read as
/// OData, what changed by submission and update times; a session is opened and closed. The listing and
/// reading of records is that of the JSON door.
@NullMarked
package org.safepassage.connectors.odk;

import org.jspecify.annotations.NullMarked;
