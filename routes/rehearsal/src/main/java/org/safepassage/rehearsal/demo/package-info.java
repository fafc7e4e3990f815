/// The demonstration: a sample, its servers, a hub and an audit, put together and run to the end.
/// The loop is simple: ask for every pull, look every second until nothing moves, apply the updates, once more, judge.
/// Whatever goes wrong on the way is told by the audit, not by the loop.
@NullMarked
package org.safepassage.rehearsal.demo;

import org.jspecify.annotations.NullMarked;
