/// Invented people: names with every case of declension in Belarusian and Russian, Latin spellings, slips, identifiers.
/// Names come from tables of common given names and surnames, drawn independently of each other.
/// Nobody here is anybody: a likeness to a living person is chance.
@NullMarked
package org.safepassage.rehearsal.sample.people;

import org.jspecify.annotations.NullMarked;
