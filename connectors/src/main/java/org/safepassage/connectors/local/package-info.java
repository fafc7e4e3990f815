/// Doors to folders of this machine: a share that is mounted, a drive that a courier carries.
/// No link is followed below the folder that the operator names; a share that is gone is told from an empty
/// one. Linux: names are bytes, folders are entered through open handles.
@NullMarked
package org.safepassage.connectors.local;

import org.jspecify.annotations.NullMarked;
