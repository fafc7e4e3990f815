/// What operators and scripts may ask a running hub over authenticated loopback HTTP.
/// JSON in and out; no case data, identifiers only.
/// The command line uses it.
@NullMarked
package org.safepassage.hub.api;

import org.jspecify.annotations.NullMarked;
