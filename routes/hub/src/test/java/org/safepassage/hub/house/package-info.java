/// A whole hub on a temporary folder, for tests: real ledger, vault, rooms, routes and broker as the wiring makes them.
/// Only the partners' and recipients' systems are fakes in memory; their real transports have contract tests of their
/// own.
/// What a test needs otherwise it puts in the place of one bean.
@NullMarked
package org.safepassage.hub.house;

import org.jspecify.annotations.NullMarked;
