package org.safepassage.hub.wiring;

import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.security.impl.SecurityStoreImpl;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.safepassage.hub.configuration.Configuration;
import org.safepassage.hub.configuration.RecipientFile;
import org.safepassage.hub.configuration.Settings;
import org.safepassage.hub.pipeline.Queues;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The embedded Artemis broker with a persistent journal. Start-up fails when it does not come up. The hub's own user
/// has a password drawn at each start and works in this process only; a recipient's user may take its own queue and
/// send receipts, nothing else.
public final class Broker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Broker.class);
    private static final String HUB = RecipientFile.HUB;

    private final ActiveMQServer server;
    private final SecurityConfiguration users;
    private final String password;
    private final int amqpPort;

    private Broker(ActiveMQServer server, SecurityConfiguration users, String password, int amqpPort) {
        this.server = server;
        this.users = users;
        this.password = password;
        this.amqpPort = amqpPort;
    }

    /// Starts the broker.
    ///
    /// @throws IllegalStateException when it is not active afterwards
    public static Broker start(Path folder, Configuration configuration) throws Exception {
        var password = new byte[24];
        new SecureRandom().nextBytes(password);
        String secret = HexFormat.of().formatHex(password);
        var listen = configuration.settings().listen();
        int port = listen.amqpPort() == 0 ? freePort(listen.amqpAddress()) : listen.amqpPort();
        Ports.needFree(listen.amqpAddress(), listen.amqpPort(), "listen.amqpPort");
        var users = users(configuration, secret);
        var server = new ActiveMQServerImpl(
                settings(folder, configuration, listen, port),
                new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users));
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

    private static ConfigurationImpl settings(
            Path folder, Configuration configuration, Settings.Listen listen, int port) throws Exception {
        var settings = new ConfigurationImpl();
        settings.setName("safe-passage");
        settings.setPersistenceEnabled(true);
        settings.setJournalType(JournalType.NIO);
        settings.setJournalDirectory(folder.resolve("journal").toString());
        settings.setBindingsDirectory(folder.resolve("bindings").toString());
        settings.setLargeMessagesDirectory(folder.resolve("large-messages").toString());
        settings.setPagingDirectory(folder.resolve("paging").toString());
        settings.setJournalSyncTransactional(true);
        settings.setJournalSyncNonTransactional(true);
        settings.setPersistIDCache(true);
        settings.setIDCacheSize(100_000);
        settings.setSecurityEnabled(true);
        settings.setPopulateValidatedUser(true);
        settings.setJMXManagementEnabled(false);
        settings.setMessageExpiryScanPeriod(-1);
        settings.addAcceptorConfiguration(
                new TransportConfiguration(InVMAcceptorFactory.class.getName(), Map.of("serverId", "0"), "in-vm"));
        if (listen.amqpPort() >= 0) {
            Map<String, Object> network = new HashMap<>();
            network.put("host", listen.amqpAddress());
            network.put("port", port);
            network.put("protocols", "AMQP");
            settings.addAcceptorConfiguration(
                    new TransportConfiguration(NettyAcceptorFactory.class.getName(), network, "amqp"));
        }
        settings.addAddressSetting("#", addressSettings(configuration.settings().retries()));
        roles(configuration).forEach(settings::putSecurityRoles);
        for (String queue : Queues.all(configuration)) {
            settings.addAddressConfiguration(new CoreAddressConfiguration()
                    .setName(queue)
                    .addRoutingType(RoutingType.ANYCAST)
                    .addQueueConfiguration(durable(queue)));
        }
        return settings;
    }

    private static QueueConfiguration durable(String queue) {
        return QueueConfiguration.of(queue)
                .setAddress(queue)
                .setRoutingType(RoutingType.ANYCAST)
                .setDurable(true);
    }

    /// Goes from one configuration to another while it runs. A queue that is not asked for any more is kept with what
    /// waits in it; a user that is not is shut out at once, also from connections that are open.
    public void take(Configuration before, Configuration after) throws Exception {
        for (String queue : Queues.all(after)) {
            if (server.locateQueue(queue) == null)
                server.createQueue(durable(queue).setAutoCreateAddress(true));
        }
        for (RecipientFile old : before.recipients().values()) {
            if (old.brokerPassword().isPresent() && !old.brokerPassword().equals(password(after, old.name()))) {
                users.removeUser(old.name());
                users.removeRole(old.name(), role(old));
                shutOut(old.name());
            }
        }
        after.recipients().values().forEach(recipient -> add(users, recipient));
        for (var roles : roles(after).entrySet())
            server.getSecurityRepository().addMatch(roles.getKey(), roles.getValue());
        // What the broker remembers of log-ins is forgotten with the roles.
        if (server.getSecurityStore() instanceof SecurityStoreImpl store) {
            store.invalidateAuthenticationCache();
            store.invalidateAuthorizationCache();
        }
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

    /// The broker itself never gives a message up: the pipeline's error policy decides when there is no use in trying.
    private static AddressSettings addressSettings(Settings.Retries retries) {
        return new AddressSettings()
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                .setMaxSizeBytes(64L << 20)
                .setPageSizeBytes(4 << 20)
                .setMaxDeliveryAttempts(-1)
                .setRedeliveryDelay(retries.firstDelayMillis())
                .setRedeliveryMultiplier(2)
                .setMaxRedeliveryDelay(retries.longestDelayMillis())
                .setAutoCreateQueues(false)
                .setAutoCreateAddresses(false)
                .setAutoDeleteQueues(false)
                .setAutoDeleteAddresses(false);
    }

    private static Map<String, Set<Role>> roles(Configuration configuration) {
        Map<String, Set<Role>> all = new HashMap<>();
        Set<Role> receipts = new HashSet<>();
        receipts.add(everything());
        for (RecipientFile recipient : configuration.recipients().values()) {
            if (recipient.brokerPassword().isEmpty()) continue;
            all.put(Queues.recipient(recipient.name()), Set.of(everything(), role(role(recipient), false, true)));
            receipts.add(role(role(recipient), true, false));
        }
        all.put(Queues.RECEIPTS, receipts);
        all.put("#", Set.of(everything()));
        return all;
    }

    private static String role(RecipientFile recipient) {
        return "recipient-" + recipient.name();
    }

    private static Role everything() {
        return new Role(HUB, true, true, true, true, true, true, true, true, true, true, false, false);
    }

    private static Role role(String name, boolean send, boolean consume) {
        return new Role(name, send, consume, false, false, false, false, false, false, false, false, false, false);
    }

    private static SecurityConfiguration users(Configuration configuration, String secret) {
        var users = new SecurityConfiguration();
        users.addUser(HUB, secret);
        users.addRole(HUB, HUB);
        configuration.recipients().values().forEach(recipient -> add(users, recipient));
        return users;
    }

    private static void add(SecurityConfiguration users, RecipientFile recipient) {
        recipient.brokerPassword().ifPresent(theirs -> {
            users.addUser(recipient.name(), theirs);
            users.addRole(recipient.name(), role(recipient));
        });
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
