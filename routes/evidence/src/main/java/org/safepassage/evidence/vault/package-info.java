/// The vault keeps originals by the SHA-256 of their bytes, encrypted, and never rewrites one.
/// A key ring, in a file outside the data folder, wraps one data key an object; its loss is final.
/// Start at Vault and KeyRing; ObjectHeader is the file format.
@NullMarked
package org.safepassage.evidence.vault;

import org.jspecify.annotations.NullMarked;
