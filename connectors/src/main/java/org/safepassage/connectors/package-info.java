/// The doors: what the hub asks of a partner's or a recipient's system, whatever the transport behind it.
/// Each transport has a package below this one and a Kamelet that names its parameters; [Doors] opens them.
/// A door knows files, folders, rows and credentials; it knows nothing of consent, redaction or the vault.
@NullMarked
package org.safepassage.connectors;

import org.jspecify.annotations.NullMarked;
