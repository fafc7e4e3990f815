/// Real servers for tests, each started on a free loopback port with a configuration of its own
/// and stopped with the test. CuttingLine stands between door and server and breaks the connection on purpose.
/// Nothing here touches the machine's own configuration of these servers.
@NullMarked
package org.safepassage.connectors.peers;

import org.jspecify.annotations.NullMarked;
