/// Which language and which encoding a text is written in, for Belarusian, Russian, Ukrainian and English.
/// Small tables of letters and function words, loaded at once, instead of a large statistical model.
/// What cannot be told is `und`.
@NullMarked
package org.safepassage.extract.language;

import org.jspecify.annotations.NullMarked;
