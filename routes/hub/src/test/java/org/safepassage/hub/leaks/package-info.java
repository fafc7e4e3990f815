/// Leaks made on purpose, in every carrier that could take an identity outside.
/// The exit check has to find each with the extractor that reads back in the running hub.
/// All persons and numbers are invented.
@NullMarked
package org.safepassage.hub.leaks;

import org.jspecify.annotations.NullMarked;
