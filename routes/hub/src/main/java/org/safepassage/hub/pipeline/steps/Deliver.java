package org.safepassage.hub.pipeline.steps;

import jakarta.jms.BytesMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import org.apache.camel.Body;
import org.safepassage.hub.ledger.Consignments;
import org.safepassage.hub.ledger.Parcel;
import org.safepassage.hub.ledger.Step;
import org.safepassage.hub.ledger.StepBook;
import org.safepassage.hub.ledger.Versions;
import org.safepassage.hub.pipeline.Queues;
import org.safepassage.hub.pipeline.WaitForEarlier;
import org.springframework.transaction.support.TransactionTemplate;

/// Deliver: puts the sealed package on the recipient's durable queue as one streamed message. The broker drops a second
/// copy by its id (outside of a transaction, where a known id would fail the commit), so a crash between sending and
/// recording sends nothing twice.
public final class Deliver {
    private final StepBook book;
    private final Consignments consignments;
    private final Versions versions;
    private final Outbox outbox;
    private final ConnectionFactory broker;
    private final TransactionTemplate transaction;

    /// @param outbox where sealed packages lie
    /// @param broker embedded or outside
    /// @param transaction over the ledger
    public Deliver(
            StepBook book,
            Consignments consignments,
            Versions versions,
            Outbox outbox,
            ConnectionFactory broker,
            TransactionTemplate transaction) {
        this.book = book;
        this.consignments = consignments;
        this.versions = versions;
        this.outbox = outbox;
        this.broker = broker;
        this.transaction = transaction;
    }

    /// Delivers the parcel's consignment, unless a newer version has gone before it: then it is superseded.
    ///
    /// @throws WaitForEarlier while an older version is on its way
    public void deliver(@Body Parcel parcel) throws IOException {
        if (versions.earlierIsUnderWay(parcel)) throw new WaitForEarlier("an earlier version of " + parcel);
        // A version that was held on its way and starts again may find that its successor went meanwhile.
        if (versions.laterIsSent(parcel)) {
            transaction.executeWithoutResult(tx -> versions.giveWay(parcel));
            return;
        }
        book.once(parcel, Step.DELIVER, () -> {
            String id = book.getResult(parcel, Step.CONSIGN);
            var consignment =
                    consignments.find(id).orElseThrow(() -> new IllegalStateException("no consignment " + id));
            send(consignment, parcel.attempt());
            return StepBook.Result.passed()
                    .with("consignment", id)
                    .with("package", consignment.sha256())
                    .writing(() -> consignments.queued(id));
        });
    }

    private void send(Consignments.Entry consignment, int attempt) throws IOException {
        var file = outbox.file(consignment.id());
        try (var connection = broker.createConnection();
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            BytesMessage message = session.createBytesMessage();
            message.setObjectProperty("JMS_AMQ_InputStream", in);
            message.setStringProperty("consignment", consignment.id());
            message.setStringProperty("fileName", outbox.name(consignment.id()));
            message.setStringProperty("sha256", consignment.sha256());
            message.setStringProperty("_AMQ_DUPL_ID", consignment.id() + "/" + attempt);
            try (var producer =
                    session.createProducer(session.createQueue(Queues.recipient(consignment.recipient())))) {
                producer.setDeliveryMode(DeliveryMode.PERSISTENT);
                producer.send(message);
            }
        } catch (JMSException refused) {
            throw new IOException("the broker did not take consignment " + consignment.id(), refused);
        }
    }
}
