/// Custody: an append-only Merkle log (RFC 6962) of every step, kept in the hub's database.
/// Leaves are salted commitments, so a proof shows a recipient chosen facts and hides all others.
/// Start at CustodyLog and CustodyProof; Leaf and Commitment are the format.
@NullMarked
package org.safepassage.evidence.custody;

import org.jspecify.annotations.NullMarked;
