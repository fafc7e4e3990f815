/// What every door over HTTP shares: one guarded line to one server, with TLS, log-in, limits, retries and redirects.
/// Start with [HttpParameters], which reads the usual parameters, then [HttpLine], [Ask] and [HttpAnswer].
/// Nothing is sent to a host that the configuration does not name, and credentials only to the server itself.
@NullMarked
package org.safepassage.connectors.http;

import org.jspecify.annotations.NullMarked;
