package org.safepassage.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.hub.configuration.ConfigReader;
import org.safepassage.hub.configuration.Configuration;
import org.safepassage.hub.pipeline.steps.TakeReceipt;
import org.safepassage.hub.secrets.SecretReferences;
import org.safepassage.hub.secrets.SecretStore;

@Tag("slow")
class BrokerTest {
    private static final String PASSWORD = "long-enough-for-a-test";

    @TempDir
    Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init") // set before each test
    private Broker broker;

    @BeforeEach
    void aBrokerWithTwoRecipients() throws Exception {
        Files.createDirectories(folder.resolve("config/recipients"));
        Files.writeString(folder.resolve("config/application.yaml"), "listen: {amqpPort: 0}\n");
        for (String name : new String[] {"court", "platform"}) {
            Files.writeString(
                    folder.resolve("config/recipients/" + name + ".yaml"),
                    "publicKey: key.asc\nbrokerPassword: " + PASSWORD + "-" + name + "\n");
        }
        broker = Broker.start(folder.resolve("broker"), configuration(), secrets());
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void aRecipientTakesItsOwnQueueAndSeesNoOther() throws Exception {
        // Given
        try (var connection = broker.connections().createConnection();
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                var producer = session.createProducer(session.createQueue("recipient.court"))) {
            producer.send(session.createTextMessage("for the court"));
        }

        // When, Then
        try (var court = amqp("court", PASSWORD + "-court").createContext()) {
            assertThat(court.createConsumer(court.createQueue("recipient.court"))
                            .receive(5000))
                    .isNotNull();
        }
        assertThatThrownBy(() -> {
                    try (var connection =
                                    amqp("platform", PASSWORD + "-platform").createConnection();
                            var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
                        session.createConsumer(session.createQueue("recipient.court"));
                    }
                })
                .isInstanceOf(JMSSecurityException.class);
    }

    @Test
    void aBrokerThatCannotStartIsFatal() throws Exception {
        // Given: a file lies where the journal's folder would
        Files.createDirectories(folder.resolve("blocked"));
        Files.writeString(folder.resolve("blocked/journal"), "");
        Configuration configuration = configuration();

        // When, Then
        broker.close();
        assertThatThrownBy(() -> Broker.start(folder.resolve("blocked"), configuration, secrets()))
                .isInstanceOf(Exception.class);
    }

    @Test
    void nobodyGetsInWithoutTheRightPassword() {
        // When, Then
        assertThatThrownBy(() ->
                        amqp("court", "a-wrong-password").createConnection().start())
                .isInstanceOf(JMSException.class);
    }

    @Test
    void aReceiptIsStampedWithWhoSentItWhateverItClaims() throws Exception {
        // Given
        try (var connection = amqp("platform", PASSWORD + "-platform").createConnection();
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                var producer = session.createProducer(session.createQueue("receipts"))) {
            var forged = session.createTextMessage("{}");
            forged.setStringProperty(TakeReceipt.SENT_BY, "court");
            producer.send(forged);
        }

        // When
        Message received;
        try (var connection = broker.connections().createConnection();
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                var consumer = session.createConsumer(session.createQueue("receipts"))) {
            connection.start();
            received = consumer.receive(5000);
        }

        // Then
        assertThat(received.getStringProperty(TakeReceipt.SENT_BY)).isEqualTo("platform");
    }

    @Test
    void aPasswordIsExchangedWithoutARestartAndTheOldOneIsTakenUntilItIsRetired() throws Exception {
        // Given: the court's password lies in the store from now on
        var store = new SecretStore(
                folder.resolve("secrets.json"), folder.resolve("secrets-keyring.json"), InstantSource.system());
        store.put("court", PASSWORD + "-first", Optional.empty());
        Configuration before = configuration();
        Files.writeString(
                folder.resolve("config/recipients/court.yaml"),
                "publicKey: key.asc\nbrokerPassword: ${secret:court}\n");
        broker.take(before, configuration());
        assertThat(enters("court", PASSWORD + "-court")).isFalse();
        assertThat(enters("court", PASSWORD + "-first")).isTrue();

        // When, Then: add
        store.put("court", PASSWORD + "-second", Optional.empty());
        assertThat(enters("court", PASSWORD + "-second")).isFalse();

        // When, Then: switch
        store.switchOver("court");
        assertThat(enters("court", PASSWORD + "-second")).isTrue();
        assertThat(enters("court", PASSWORD + "-first")).isTrue();

        // When, Then: retire
        store.retire("court");
        assertThat(enters("court", PASSWORD + "-first")).isFalse();
        assertThat(enters("court", PASSWORD + "-second")).isTrue();
    }

    @Test
    void whoIsTakenOutIsShutOutOfConnectionsThatAreOpen() throws Exception {
        try (var connection = amqp("court", PASSWORD + "-court").createConnection()) {
            // Given
            connection.start();
            var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            var consumer = session.createConsumer(session.createQueue("recipient.court"));
            Configuration before = configuration();
            Files.delete(folder.resolve("config/recipients/court.yaml"));

            // When
            broker.take(before, configuration());

            // Then
            assertThatThrownBy(() -> consumer.receive(5000)).isInstanceOf(JMSException.class);
            assertThat(enters("court", PASSWORD + "-court")).isFalse();
            assertThat(enters("platform", PASSWORD + "-platform")).isTrue();
        }
    }

    @Test
    void whileDoorsAreHeldARecipientGetsNothingFromItsOwnQueueAndNothingIsLost() throws Exception {
        // Given
        broker.holdRecipients(true);
        try (var connection = broker.connections().createConnection();
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                var producer = session.createProducer(session.createQueue("recipient.court"))) {
            producer.send(session.createTextMessage("for the court"));
        }
        try (var court = amqp("court", PASSWORD + "-court").createContext();
                var consumer = court.createConsumer(court.createQueue("recipient.court"))) {
            // When, Then
            assertThat(consumer.receive(2000)).isNull();

            // When, Then
            broker.holdRecipients(false);
            assertThat(consumer.receive(5000)).isNotNull();
        }
    }

    private boolean enters(String user, String password) {
        try (var connection = amqp(user, password).createConnection()) {
            connection.start();
            return true;
        } catch (JMSException refused) {
            return false;
        }
    }

    private Configuration configuration() throws Exception {
        var read = new ConfigReader(Map.of()).read(folder.resolve("config"));
        return ((ConfigReader.Result.Sound) read).configuration();
    }

    private SecretReferences secrets() {
        return new SecretReferences(new SecretStore(
                folder.resolve("secrets.json"), folder.resolve("secrets-keyring.json"), InstantSource.system()));
    }

    private JmsConnectionFactory amqp(String user, String password) {
        return new JmsConnectionFactory(user, password, "amqp://127.0.0.1:" + broker.amqpPort());
    }
}
