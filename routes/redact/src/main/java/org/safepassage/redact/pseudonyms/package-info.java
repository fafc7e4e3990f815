/// Pseudonyms: random codes, one for each person and recipient, never made from the name.
/// The register that keeps them belongs to whoever calls; this package only draws and words them.
/// The same person has the same code in every text that goes to one recipient.
@NullMarked
package org.safepassage.redact.pseudonyms;

import org.jspecify.annotations.NullMarked;
