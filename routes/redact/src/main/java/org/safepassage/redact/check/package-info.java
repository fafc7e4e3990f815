/// The exit check: reads back every outgoing byte and searches it for whoever may not be named. It shares no state
/// with detection: its own index, its own second search that ignores word boundaries. Its answer is Clean, Leaks
/// with places but without values, or Unreadable; doubt is never Clean.
@NullMarked
package org.safepassage.redact.check;

import org.jspecify.annotations.NullMarked;
