/// The FTPS door against vsftpd, which demands TLS on both channels and one TLS session for both.
/// The line is cut at another loopback address, where the data channel's ports are carried too.
/// The contract is inherited from the package above.
@NullMarked
package org.safepassage.connectors.ftps;

import org.jspecify.annotations.NullMarked;
