/// The door to a partner's FTP server over TLS (RFC 959, 3659, 4217): explicit TLS 1.2 or newer on both
/// channels, or none at all. Plain FTP is refused. The data channel resumes the TLS session of the control
/// channel, which servers demand against hijacked connections.
@NullMarked
package org.safepassage.connectors.ftps;

import org.jspecify.annotations.NullMarked;
