package org.safepassage.hub.wiring;

import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.core.postoffice.Binding;
import org.apache.activemq.artemis.core.security.impl.SecurityStoreImpl;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.safepassage.hub.configuration.Configuration;
import org.safepassage.hub.configuration.RecipientFile;
import org.safepassage.hub.pipeline.Queues;
import org.safepassage.hub.secrets.SecretReferences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The embedded Artemis broker with a persistent journal. Start-up fails when it does not come up. The hub's own user
/// has a password drawn at each start and works in this process only; a recipient's user may take its own queue and
/// send receipts, nothing else.
public final class Broker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Broker.class);
    private static final String HUB = RecipientFile.HUB;

    private final ActiveMQServer server;
    private final BrokerUsers users;
    private final String password;
    private final int amqpPort;
    private volatile boolean recipientsHeld;

    private Broker(ActiveMQServer server, BrokerUsers users, String password, int amqpPort) {
        this.server = server;
        this.users = users;
        this.password = password;
        this.amqpPort = amqpPort;
    }

    /// Starts the broker.
    ///
    /// @throws IllegalStateException when it is not active afterwards
    public static Broker start(Path folder, Configuration configuration, SecretReferences secrets) throws Exception {
        var password = new byte[24];
        new SecureRandom().nextBytes(password);
        String secret = HexFormat.of().formatHex(password);
        var listen = configuration.settings().listen();
        int port = listen.amqpPort() == 0 ? freePort(listen.amqpAddress()) : listen.amqpPort();
        Ports.needFree(listen.amqpAddress(), listen.amqpPort(), "listen.amqpPort");
        var users = new BrokerUsers(secrets);
        users.addUser(HUB, secret);
        users.addRole(HUB, HUB);
        configuration.recipients().values().forEach(users::add);
        var server = new ActiveMQServerImpl(
                BrokerSettings.of(folder, configuration, listen, port),
                new ActiveMQJAASSecurityManager(BrokerLogin.class.getName(), users));
        server.registerBrokerPlugin(new SenderStamp());
        server.registerActivationFailureListener(failure -> LOG.error("the broker cannot be activated", failure));
        server.start();
        if (!server.isStarted()
                || !server.waitForActivation(60, java.util.concurrent.TimeUnit.SECONDS)
                || !server.isActive()) {
            server.stop();
            throw new IllegalStateException("the broker did not start on " + folder + "; the log says why");
        }
        if (listen.amqpPort() >= 0
                && !server.getRemotingService().getAcceptor("amqp").isStarted()) {
            server.stop();
            throw new IllegalStateException(
                    "AMQP port " + port + " cannot be opened: it is in use; set listen.amqpPort");
        }
        return new Broker(server, users, secret, listen.amqpPort() < 0 ? -1 : port);
    }

    /// Goes from one configuration to another while it runs. A queue that is not asked for any more is kept with what
    /// waits in it; a user that is not is shut out at once, also from connections that are open.
    public void take(Configuration before, Configuration after) throws Exception {
        for (String queue : Queues.all(after)) {
            if (server.locateQueue(queue) == null)
                server.createQueue(BrokerSettings.durable(queue).setAutoCreateAddress(true));
        }
        if (recipientsHeld) holdRecipients(true);
        for (RecipientFile old : before.recipients().values()) {
            if (old.brokerPassword().isPresent() && !old.brokerPassword().equals(password(after, old.name()))) {
                users.remove(old);
                shutOut(old.name());
            }
        }
        after.recipients().values().forEach(users::add);
        for (var roles : BrokerSettings.roles(after).entrySet())
            server.getSecurityRepository().addMatch(roles.getKey(), roles.getValue());
        // What the broker remembers of log-ins is forgotten with the roles.
        if (server.getSecurityStore() instanceof SecurityStoreImpl store) {
            store.invalidateAuthenticationCache();
            store.invalidateAuthorizationCache();
        }
    }

    /// Holds what waits for recipients, also from those that take their queue themselves, or lets it go.
    public void holdRecipients(boolean hold) {
        recipientsHeld = hold;
        server.getPostOffice()
                .getAllBindings()
                .map(Binding::getUniqueName)
                .filter(name -> name.toString().startsWith(Queues.recipient("")))
                .map(server::locateQueue)
                .filter(java.util.Objects::nonNull)
                .forEach(queue -> {
                    if (hold) queue.pause();
                    else queue.resume();
                });
    }

    private static Optional<String> password(Configuration configuration, String recipient) {
        return Optional.ofNullable(configuration.recipients().get(recipient)).flatMap(RecipientFile::brokerPassword);
    }

    private void shutOut(String user) {
        for (ServerSession session : server.getSessions()) {
            if (user.equals(session.getUsername()))
                session.getRemotingConnection().fail(new ActiveMQSecurityException("access was changed"));
        }
    }

    private static int freePort(String address) throws java.io.IOException {
        try (var socket = new java.net.ServerSocket(0, 1, java.net.InetAddress.getByName(address))) {
            return socket.getLocalPort();
        }
    }

    /// Connections for the hub itself.
    public ConnectionFactory connections() {
        var factory = new ActiveMQConnectionFactory(
                "vm://0?blockOnDurableSend=true&minLargeMessageSize=102400", HUB, password);
        factory.setConsumerWindowSize(1 << 16);
        return factory;
    }

    /// Messages waiting or being worked on in a queue; 0 when there is no such queue.
    public long backlog(String queue) {
        var found = server.locateQueue(queue);
        return found == null ? 0 : found.getMessageCount();
    }

    /// The port of AMQP 1.0, -1 when none is open.
    public int amqpPort() {
        return amqpPort;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failed) {
            throw new IllegalStateException("the broker did not stop cleanly; its journal is kept", failed);
        }
    }
}
