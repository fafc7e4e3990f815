package org.safepassage.hub.pipeline.steps;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.camel.Body;
import org.safepassage.connectors.Delivery;
import org.safepassage.connectors.RecipientDoor;
import org.safepassage.hub.ledger.Consignments;
import org.safepassage.hub.ledger.States;
import org.safepassage.hub.ledger.Step;
import org.safepassage.schemas.Content;
import org.safepassage.schemas.HoldReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/// Drains a recipient's queue through its door. A door that cannot tell whether it delivered leads to a hold,
/// never to a second copy.
public final class HandOver {
    private static final Logger LOG = LoggerFactory.getLogger(HandOver.class);

    private final RecipientDoors doors;
    private final Consignments consignments;
    private final States states;
    private final TransactionTemplate transaction;
    private final Outbox spool;

    /// @param doors to recipients
    /// @param spool where a package taken from the queue lies while the door may need it more than once
    public HandOver(
            RecipientDoors doors,
            Consignments consignments,
            States states,
            TransactionTemplate transaction,
            Outbox spool) {
        this.doors = doors;
        this.consignments = consignments;
        this.states = states;
        this.transaction = transaction;
        this.spool = spool;
    }

    /// Delivers one package from the queue.
    ///
    /// @throws IOException when it should be tried again
    public void handOver(@Body Message message) throws IOException, JMSException {
        String id = message.getStringProperty("consignment");
        var consignment = consignments.find(id).orElseThrow(() -> new IllegalStateException("no consignment " + id));
        try (RecipientDoor door = doors.open(consignment.recipient())) {
            Path file = spool.write(id, out -> copy((BytesMessage) message, out));
            switch (door.deliver(spool.name(id), Content.ofFile(file))) {
                case Delivery.Delivered done -> transaction.executeWithoutResult(tx -> consignments.delivered(id));
                case Delivery.AlreadyThere there -> transaction.executeWithoutResult(tx -> consignments.delivered(id));
                case Delivery.Failed failed
                when failed.kind().passing() ->
                    throw new DeliveryFailed("recipient " + consignment.recipient() + ": " + failed.reason());
                case Delivery.Failed failed ->
                    hold(consignment, HoldReason.DELIVERY_FAILED, failed.kind() + ": " + failed.reason());
                case Delivery.Unknown unknown -> hold(consignment, HoldReason.DELIVERY_UNKNOWN, unknown.why());
            }
        }
        spool.remove(id);
    }

    private void hold(Consignments.Entry consignment, HoldReason reason, String why) {
        LOG.error(
                "step=deliver item={} recipient={} held {}", consignment.id(), consignment.recipient(), reason.code());
        transaction.executeWithoutResult(tx -> states.current(consignment.place())
                .ifPresent(parcel -> states.hold(parcel, Step.DELIVER, reason, why)));
    }

    private static void copy(BytesMessage message, java.io.OutputStream out) throws IOException {
        try {
            message.reset();
            byte[] buffer = new byte[1 << 16];
            for (int count = message.readBytes(buffer); count > 0; count = message.readBytes(buffer)) {
                out.write(buffer, 0, count);
            }
        } catch (JMSException cut) {
            throw new IOException("the package could not be read from the queue", cut);
        }
    }
}
