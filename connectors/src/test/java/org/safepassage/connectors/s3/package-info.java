/// The S3 doors against Adobe S3Mock behind a gate that checks signatures.
/// Faults that S3Mock cannot produce come from that gate, and say so.
/// Contracts: `PartnerDoorContract`, `RecipientDoorContract`.
@NullMarked
package org.safepassage.connectors.s3;

import org.jspecify.annotations.NullMarked;
