/// What goes out: a BagIt bag (RFC 8493) with a custody proof, signed, put in a tar and encrypted to its recipient.
/// Assembling comes before custody and sealing, so that the exit check sees every byte and every name first.
/// Verifying trusts one pinned key and nothing inside the package; the format's page is the room's README.
@NullMarked
package org.safepassage.release.consignments;

import org.jspecify.annotations.NullMarked;
