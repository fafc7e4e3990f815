package org.safepassage.connectors.peers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/// An Artemis broker with a journal on disk, a line without TLS and one with it. Users: `sender` may only send,
/// `hub` may take and look, `other` may do nothing; each has the password `right-secret`.
public final class Artemis implements AutoCloseable {
    private final Path folder;
    private final int port = Peer.freePort();
    private final int tlsPort = Peer.freePort();
    private final Certificates certificates;
    private ActiveMQServer server;

    public Artemis(Path folder) {
        this.folder = folder;
        this.certificates = new Certificates(folder, "Broker authority");
        certificates.issue("broker");
        this.server = started();
    }

    private ActiveMQServer started() {
        try {
            var settings = new ConfigurationImpl();
            settings.setPersistenceEnabled(true);
            settings.setJournalType(JournalType.NIO);
            settings.setJournalDirectory(folder.resolve("journal").toString());
            settings.setBindingsDirectory(folder.resolve("bindings").toString());
            settings.setLargeMessagesDirectory(folder.resolve("large").toString());
            settings.setPagingDirectory(folder.resolve("paging").toString());
            settings.setJournalSyncNonTransactional(false);
            settings.setSecurityEnabled(true);
            settings.setJMXManagementEnabled(false);
            Map<String, Object> plain = Map.of("host", "127.0.0.1", "port", port, "protocols", "AMQP");
            settings.addAcceptorConfiguration(
                    new TransportConfiguration(NettyAcceptorFactory.class.getName(), plain, "plain"));
            Map<String, Object> tls = new HashMap<>(plain);
            tls.put("port", tlsPort);
            tls.put("sslEnabled", true);
            tls.put("keyStorePath", store("broker").toString());
            tls.put("keyStoreType", "PKCS12");
            tls.put("keyStorePassword", "store");
            settings.addAcceptorConfiguration(
                    new TransportConfiguration(NettyAcceptorFactory.class.getName(), tls, "tls"));
            settings.addAddressSetting(
                    "#",
                    new AddressSettings()
                            .setAutoCreateQueues(false)
                            .setAutoCreateAddresses(false)
                            .setMaxDeliveryAttempts(-1));
            settings.putSecurityRoles("#", Set.of(role("send", true, false), role("take", false, true)));
            var users = new SecurityConfiguration();
            for (String user : new String[] {"sender", "hub", "other"}) {
                users.addUser(user, "right-secret");
            }
            users.addRole("sender", "send");
            users.addRole("hub", "take");
            var started = new ActiveMQServerImpl(
                    settings, new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users));
            started.start();
            return started;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Role role(String name, boolean send, boolean take) {
        return new Role(name, send, take, false, false, false, false, false, take, false, false, false, false);
    }

    private Path store(String name) throws IOException, GeneralSecurityException {
        try (var pem = new PEMParser(Files.newBufferedReader(certificates.key(name)));
                InputStream chain = Files.newInputStream(folder.resolve(name + ".pem"))) {
            var key = new JcaPEMKeyConverter().getPrivateKey((PrivateKeyInfo) pem.readObject());
            var certificate = CertificateFactory.getInstance("X.509").generateCertificate(chain);
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(name, key, "store".toCharArray(), new Certificate[] {certificate});
            Path file = folder.resolve(name + ".p12");
            try (var out = Files.newOutputStream(file)) {
                store.store(out, "store".toCharArray());
            }
            return file;
        }
    }

    /// Makes a durable queue.
    public void queue(String name) {
        create(queued(name));
    }

    /// Makes a durable queue in which a message replaces the one before that has the same value of a property.
    public void lastValueQueue(String name, String property) {
        create(queued(name).setLastValue(true).setLastValueKey(property));
    }

    private static QueueConfiguration queued(String name) {
        return QueueConfiguration.of(name)
                .setAddress(name)
                .setRoutingType(RoutingType.ANYCAST)
                .setDurable(true)
                .setAutoCreateAddress(true);
    }

    private void create(QueueConfiguration queue) {
        try {
            server.createQueue(queue);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /// Messages in a queue, also those that somebody is taking.
    public long count(String queue) {
        return server.locateQueue(queue).getMessageCount();
    }

    /// Stops the broker and starts it again with its journal.
    public void restart() {
        close();
        server = started();
    }

    public int port() {
        return port;
    }

    public int tlsPort() {
        return tlsPort;
    }

    /// The authority that signed the broker's certificate.
    public Certificates certificates() {
        return certificates;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
