/// What comes back: a recipient's receipt, read as a stranger's bytes.
/// A receipt closes the custody chain of its consignment, so only an exact one counts.
/// Who sent it is for the pipeline to check, from the credentials it came with.
@NullMarked
package org.safepassage.release.receipts;

import org.jspecify.annotations.NullMarked;
