/// All Spring configuration: which bean is made of what.
/// The only place with @Configuration.
/// A broker that does not start is fatal here.
@NullMarked
package org.safepassage.hub.wiring;

import org.jspecify.annotations.NullMarked;
