/// Which configuration runs: every applied state is kept with who, when and why, and can be applied again.
/// The files of the configuration folder are what an operator edits; a hub works from the revision applied last.
/// No Spring here but the ledger's JDBC client, and no route: what an applied state changes is told by an interface.
@NullMarked
package org.safepassage.hub.revisions;

import org.jspecify.annotations.NullMarked;
