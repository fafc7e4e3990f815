package org.safepassage.hub.wiring;

import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerMessagePlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.safepassage.hub.pipeline.Queues;
import org.safepassage.hub.pipeline.steps.TakeReceipt;

/// Writes on every receipt whom the broker authenticated as its sender, over whatever the sender wrote there. The
/// broker's own mark of the user does not survive the way from AMQP to the hub's client.
final class SenderStamp implements ActiveMQServerMessagePlugin {
    @Override
    public void beforeSend(
            ServerSession session, Transaction tx, Message message, boolean direct, boolean noAutoCreateQueue) {
        if (Queues.RECEIPTS.equals(message.getAddress())) {
            message.putStringProperty(TakeReceipt.SENT_BY, session.getUsername());
            message.reencode();
        }
    }
}
