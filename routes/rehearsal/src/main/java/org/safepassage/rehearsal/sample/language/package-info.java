/// What is said: testimonies, medical reports, letters, composed from phrase books in be, ru and en.
/// A phrase has slots for people in a form and a case; filling a slot notes what was planted.
/// A phrase book is a text resource, so that a language grows without touching code.
@NullMarked
package org.safepassage.rehearsal.sample.language;

import org.jspecify.annotations.NullMarked;
