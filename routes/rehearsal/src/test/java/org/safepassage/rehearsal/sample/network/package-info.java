/// Tests of the partners' folders: their shape, their records through the mappings, the proportions of the whole.
/// The mappings of the repository are used, so that neither can change without the other.
/// Databases are real: the script runs in H2.
@NullMarked
package org.safepassage.rehearsal.sample.network;

import org.jspecify.annotations.NullMarked;
