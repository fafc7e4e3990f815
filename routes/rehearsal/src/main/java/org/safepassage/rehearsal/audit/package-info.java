/// The audit: what an outsider counts after a rehearsal, from the ground truth, the vault's folder, the custody log and
/// the recipients' own folders. It trusts no counter of the hub.
/// Values of identities go into files beside the sample, never to a terminal or a log.
@NullMarked
package org.safepassage.rehearsal.audit;

import org.jspecify.annotations.NullMarked;
