/// What every door promises, as contracts that each transport's tests inherit.
/// The peers are the real programs: OpenSSH, PostgreSQL, Apache httpd; a missing one fails with its Debian package.
/// All case data here is invented.
@NullMarked
package org.safepassage.connectors;

import org.jspecify.annotations.NullMarked;
