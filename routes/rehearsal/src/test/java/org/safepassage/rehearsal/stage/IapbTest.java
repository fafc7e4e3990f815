package org.safepassage.rehearsal.stage;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.Connection;
import jakarta.jms.Session;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.schemas.Receipt;

@Tag("slow")
final class IapbTest {
    @TempDir
    Path folder;

    private final Credentials credentials = Credentials.random("iapb");
    private final RecipientKey key = RecipientKey.generate("iapb");
    private final AtomicInteger port = new AtomicInteger();
    private EmbeddedActiveMQ broker;
    private Iapb recipient;

    @BeforeEach
    void start() throws Exception {
        key.writePublic(folder.resolve("key.asc"));
        startBroker();
        recipient = Iapb.start(
                () -> port.get() == 0 ? OptionalInt.empty() : OptionalInt.of(port.get()),
                credentials,
                new ConsignmentDesk("iapb", folder.resolve("own"), key, InstantSource.system()));
    }

    @AfterEach
    void stop() throws Exception {
        recipient.close();
        broker.stop();
    }

    @Test
    void aLargeStreamedPackageArrivesAndIsAnswered() throws Exception {
        // Given
        var payload = new byte[6_000_000];
        new SecureRandom().nextBytes(payload);
        var parcel = parcel("c-1", payload);

        // When
        send("c-1", parcel);
        var receipt = receipt();

        // Then
        assertThat(receipt.consignment()).isEqualTo("c-1");
        assertThat(receipt.status()).isEqualTo(Receipt.Status.ACCEPTED);
        assertThat(folder.resolve("own/unpacked/c-1/c-1/data/findings.txt")).hasBinaryContent(payload);
        assertThat(folder.resolve("own/encrypted/c-1.tar.gpg")).hasBinaryContent(parcel);
    }

    @Test
    void theRecipientComesBackAfterTheBrokerWasAway() throws Exception {
        // Given
        send("c-2", parcel("c-2", new byte[10]));
        receipt();

        // When
        broker.stop();
        startBroker();
        send("c-3", parcel("c-3", new byte[10]));

        // Then
        assertThat(receipt().consignment()).isEqualTo("c-3");
        assertThat(recipient.trouble()).isNull();
    }

    @Test
    void anIdThatComesAgainAfterItsAcknowledgementIsADuplicate() throws Exception {
        // Given
        var parcel = parcel("c-4", new byte[10]);
        send("c-4", parcel);
        receipt();

        // When
        send("c-4", parcel);
        send("c-5", parcel("c-5", new byte[10]));
        var answered = List.of(receipt().consignment(), receipt().consignment());

        // Then
        assertThat(answered).containsExactly("c-4", "c-5");
        assertThat(Files.readString(folder.resolve("own/received.jsonl"), StandardCharsets.UTF_8)
                        .lines())
                .hasSize(3)
                .filteredOn(line -> line.contains("\"duplicate\""))
                .singleElement()
                .asString()
                .contains("c-4");
    }

    @Test
    void aMessageWithoutAnIdIsCountedAndNotKept() throws Exception {
        // Given
        var parcel = parcel("c-6", new byte[10]);

        // When
        send("../c-6", parcel);
        send("c-6", parcel);
        receipt();

        // Then
        assertThat(recipient.unlabelled()).isOne();
        assertThat(folder.resolve("own/encrypted").toFile().list())
                .containsExactlyInAnyOrder("c-6.tar.gpg", "c-6.noted");
    }

    private void startBroker() throws Exception {
        var configuration = new ConfigurationImpl()
                .setPersistenceEnabled(true)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setLargeMessagesDirectory(folder.resolve("large").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setSecurityEnabled(true)
                .addAcceptorConfiguration("vm", "vm://0")
                .addAcceptorConfiguration("amqp", "tcp://127.0.0.1:0?protocols=AMQP&amqpMinLargeMessageSize=102400");
        configuration.putSecurityRoles("recipient.iapb", Set.of(role("hub", true, true), role("iapb", false, true)));
        configuration.putSecurityRoles("receipts", Set.of(role("hub", true, true), role("iapb", true, false)));
        for (var queue : List.of("recipient.iapb", "receipts")) {
            configuration.addQueueConfiguration(QueueConfiguration.of(queue)
                    .setAddress(queue)
                    .setRoutingType(RoutingType.ANYCAST)
                    .setDurable(true));
        }
        var users = new SecurityConfiguration();
        users.addUser("hub", "hub-password");
        users.addRole("hub", "hub");
        users.addUser(credentials.user(), credentials.password());
        users.addRole(credentials.user(), "iapb");
        broker = new EmbeddedActiveMQ()
                .setConfiguration(configuration)
                .setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users));
        broker.start();
        port.set(broker.getActiveMQServer()
                .getRemotingService()
                .getAcceptor("amqp")
                .getActualPort());
    }

    private static Role role(String name, boolean send, boolean consume) {
        return new Role(name, send, consume, false, false, false, false, false, false, false, false, false, false);
    }

    private byte[] parcel(String id, byte[] payload) throws Exception {
        var bag = Parcel.bag(folder.resolve("bags").resolve(id), "findings.txt", payload);
        return Parcel.encrypt(Parcel.tar(bag, id), folder.resolve("key.asc"));
    }

    private static Connection hub() throws Exception {
        var connection = new ActiveMQConnectionFactory("vm://0").createConnection("hub", "hub-password");
        connection.start();
        return connection;
    }

    private static void send(String id, byte[] parcel) throws Exception {
        try (var connection = hub();
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                var producer = session.createProducer(session.createQueue("recipient.iapb"))) {
            var message = session.createBytesMessage();
            message.setStringProperty("consignment", id);
            message.setStringProperty("fileName", id + ".tar.gpg");
            message.setObjectProperty("JMS_AMQ_InputStream", new ByteArrayInputStream(parcel));
            producer.send(message);
        }
    }

    private static Receipt receipt() throws Exception {
        try (var connection = hub();
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                var consumer = session.createConsumer(session.createQueue("receipts"))) {
            var message = consumer.receive(20_000);
            assertThat(message).as("a receipt within 20 s").isNotNull();
            return Json.MAPPER.readValue(message.getBody(String.class), Receipt.class);
        }
    }
}
