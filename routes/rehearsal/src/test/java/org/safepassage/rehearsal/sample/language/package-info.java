/// Tests of the phrase books and of what narrators make of them.
/// Every phrase is said at least once, so that a slip in a resource fails here.
/// Scenes are cast with everybody that phrases can speak of.
@NullMarked
package org.safepassage.rehearsal.sample.language;

import org.jspecify.annotations.NullMarked;
