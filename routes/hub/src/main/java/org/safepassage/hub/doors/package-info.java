/// The doors that the configuration names: opened, tried step by step, and looked through before anything is pulled.
/// What is read on the way is a partner's case data: it goes back to who asked and nowhere else.
/// Nothing here seals, acknowledges or writes.
@NullMarked
package org.safepassage.hub.doors;

import org.jspecify.annotations.NullMarked;
