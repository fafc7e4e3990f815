/// The three partners: a database with a file store, a folder a case for SFTP, ZIP bundles for WebDAV.
/// Each tells its cases in a shape and a language of its own, as real partners do.
/// Updates lie beside the first state, so that a demonstration can hand in version 2.
@NullMarked
package org.safepassage.rehearsal.sample.network;

import org.jspecify.annotations.NullMarked;
