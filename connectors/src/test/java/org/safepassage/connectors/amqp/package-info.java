/// Doors to queues, against an Artemis broker and Debian's Qpid Proton as the other side's own client.
@NullMarked
package org.safepassage.connectors.amqp;

import org.jspecify.annotations.NullMarked;
