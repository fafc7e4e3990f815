/// Queues of brokers over AMQP 1.0 (ISO/IEC 19464), read and written message by message without holding one in memory.
@NullMarked
package org.safepassage.connectors.amqp;

import org.jspecify.annotations.NullMarked;
