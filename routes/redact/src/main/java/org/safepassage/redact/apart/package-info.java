/// Work on foreign content done apart: in child JVMs with bounded heap, memory and time that may be killed. What
/// crashes, hangs or bursts there ends as a [org.safepassage.redact.apart.Trouble], never as harm to the caller.
/// Start reading at [org.safepassage.redact.apart.Children].
@NullMarked
package org.safepassage.redact.apart;

import org.jspecify.annotations.NullMarked;
