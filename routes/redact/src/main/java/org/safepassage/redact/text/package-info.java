/// Text in one normal form that remembers where each character came from.
/// Everything that recognises works on the normal form; everything that leaves speaks offsets of the original.
/// Offsets of originals are Unicode code points, offsets of normal texts are Java chars.
@NullMarked
package org.safepassage.redact.text;

import org.jspecify.annotations.NullMarked;
