package org.safepassage.rehearsal.stage;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.safepassage.schemas.Receipt;

/// The recipient `iapb`: an AMQP 1.0 client that logs in to the hub's broker with its own credentials, takes the queue
/// `recipient.iapb` and answers on the queue `receipts`. It comes back by itself after the broker was away.
///
/// A package is kept before it is acknowledged. When the acknowledgement is lost the broker gives the same message
/// again; that is the first delivery completed, not a second one. An id that comes again after its acknowledgement was
/// confirmed was sent twice.
public final class Iapb implements AutoCloseable {
    private final Supplier<OptionalInt> port;
    private final Credentials credentials;
    private final ConsignmentDesk desk;
    private final Deque<Receipt> unsent = new ArrayDeque<>();
    private final AtomicInteger unlabelled = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> trouble = new AtomicReference<>();
    private final Thread office;

    private Iapb(Supplier<OptionalInt> port, Credentials credentials, ConsignmentDesk desk) {
        this.port = port;
        this.credentials = credentials;
        this.desk = desk;
        this.office = Thread.ofPlatform().name("iapb").daemon().unstarted(this::work);
    }

    /// Starts the client.
    ///
    /// @param port where the hub's broker listens now; asked at every log-in, empty while the hub is down
    public static Iapb start(Supplier<OptionalInt> port, Credentials credentials, ConsignmentDesk desk) {
        var recipient = new Iapb(port, credentials, desk);
        recipient.office.start();
        return recipient;
    }

    /// How many messages came without a usable `consignment` property.
    public int unlabelled() {
        return unlabelled.get();
    }

    /// Why the office stopped working, null while it works; a broker that is away does not stop it.
    public @Nullable Throwable trouble() {
        return trouble.get();
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                var here = port.get();
                if (here.isPresent()) {
                    serve(here.getAsInt());
                }
                Thread.sleep(300);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            trouble.set(e);
        }
    }

    /// Works until the connection breaks.
    private void serve(int brokerPort) throws IOException, InterruptedException {
        var address = "amqp://127.0.0.1:" + brokerPort
                + "?jms.prefetchPolicy.all=1&jms.connectTimeout=5000&jms.closeTimeout=1000&jms.requestTimeout=30000";
        try (Connection connection = new JmsConnectionFactory(credentials.user(), credentials.password(), address)
                        .createConnection();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
                MessageConsumer consumer = session.createConsumer(session.createQueue("recipient.iapb"));
                MessageProducer producer = session.createProducer(session.createQueue("receipts"))) {
            connection.start();
            while (!Thread.currentThread().isInterrupted()) {
                answer(session, producer);
                var message = consumer.receive(500);
                if (message != null) {
                    take(session, message);
                }
            }
        } catch (JMSException e) {
            // The hub is down or coming up: the caller tries again.
            return;
        }
    }

    private void take(Session session, Message message) throws JMSException, IOException, InterruptedException {
        var consignment = message.getStringProperty("consignment");
        if (consignment == null || !ConsignmentDesk.isId(consignment) || !(message instanceof BytesMessage bytes)) {
            unlabelled.incrementAndGet();
            session.commit();
            return;
        }
        var kept = desk.keep(consignment, new BytesMessageStream(bytes));
        session.commit();
        unsent.add(desk.note(kept));
    }

    private void answer(Session session, MessageProducer producer) throws JMSException, IOException {
        for (var receipt = unsent.peek(); receipt != null; receipt = unsent.peek()) {
            var message = session.createTextMessage(Json.MAPPER.writeValueAsString(receipt));
            message.setStringProperty("consignment", receipt.consignment());
            producer.send(message);
            session.commit();
            unsent.remove();
        }
    }

    @Override
    public void close() {
        office.interrupt();
        try {
            office.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The body of a bytes message as a stream.
    private static final class BytesMessageStream extends InputStream {
        private final BytesMessage message;

        BytesMessageStream(BytesMessage message) {
            this.message = message;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            try {
                var chunk = new byte[Math.min(length, 64 * 1024)];
                int count = message.readBytes(chunk);
                if (count > 0) {
                    System.arraycopy(chunk, 0, into, offset, count);
                }
                return count;
            } catch (JMSException e) {
                throw new IOException("the message broke off", e);
            }
        }
    }
}
