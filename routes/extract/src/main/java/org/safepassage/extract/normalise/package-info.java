/// One form for dates, places, scripts and languages, whatever the partner wrote.
/// The partner's own words are always kept beside the normal form.
/// What cannot be read is said to be unread, never guessed.
@NullMarked
package org.safepassage.extract.normalise;

import org.jspecify.annotations.NullMarked;
