/// What the hub remembers: arrivals, case file versions, steps done, states, holds, pseudonyms, cursors.
/// Every write is idempotent and commits before the message that caused it is acknowledged.
/// Identities are sealed before they reach a column.
@NullMarked
package org.safepassage.hub.ledger;

import org.jspecify.annotations.NullMarked;
