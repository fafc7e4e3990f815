/// What operators do in a browser: see how it goes, add and change partners, test and preview, run and pause.
/// Behind a sign-in; case data only in a preview, held for one answer; secrets never.
/// Rendered on the server, no script; words stand in messages.properties.
@NullMarked
package org.safepassage.hub.console;

import org.jspecify.annotations.NullMarked;
