/// Tests of the invented people: names through the cases, Latin spellings, identifiers.
/// Tables of forms stand in the tests, taken from the grammars and not from the code.
/// Properties are checked over many seeds.
@NullMarked
package org.safepassage.rehearsal.sample.people;

import org.jspecify.annotations.NullMarked;
