package org.safepassage.hub.wiring;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.safepassage.hub.configuration.Configuration;
import org.safepassage.hub.configuration.RecipientFile;
import org.safepassage.hub.configuration.Settings;
import org.safepassage.hub.pipeline.Queues;

/// How the broker is set up: a persistent journal, queues that a configuration asks for and no other, and who may do
/// what with each of them.
final class BrokerSettings {
    private static final String HUB = RecipientFile.HUB;

    private BrokerSettings() {}

    /// Everything that the broker is told at its start.
    static ConfigurationImpl of(Path folder, Configuration configuration, Settings.Listen listen, int port)
            throws Exception {
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
        // A password that was exchanged counts, and one that was retired does not, from the next log-in on.
        settings.setAuthenticationCacheSize(0);
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

    /// A queue that survives a restart.
    static QueueConfiguration durable(String queue) {
        return QueueConfiguration.of(queue)
                .setAddress(queue)
                .setRoutingType(RoutingType.ANYCAST)
                .setDurable(true);
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

    /// Who may do what, by address: a recipient takes its own queue and sends to receipts, nothing else.
    static Map<String, Set<Role>> roles(Configuration configuration) {
        Map<String, Set<Role>> all = new HashMap<>();
        Set<Role> receipts = new HashSet<>();
        receipts.add(everything());
        for (RecipientFile recipient : configuration.recipients().values()) {
            if (recipient.brokerPassword().isEmpty()) continue;
            all.put(
                    Queues.recipient(recipient.name()),
                    Set.of(everything(), role(BrokerUsers.role(recipient), false, true)));
            receipts.add(role(BrokerUsers.role(recipient), true, false));
        }
        all.put(Queues.RECEIPTS, receipts);
        all.put("#", Set.of(everything()));
        return all;
    }

    private static Role everything() {
        return new Role(HUB, true, true, true, true, true, true, true, true, true, true, false, false);
    }

    private static Role role(String name, boolean send, boolean consume) {
        return new Role(name, send, consume, false, false, false, false, false, false, false, false, false, false);
    }
}
