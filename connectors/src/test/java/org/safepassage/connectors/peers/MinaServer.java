package org.safepassage.connectors.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/// Apache MINA's SFTP server in this JVM: where a password must be accepted, or an answer lost at an exact moment.
public final class MinaServer implements AutoCloseable {
    private final SshServer server = SshServer.setUpDefaultServer();
    private final KeyPair hostKey;

    /// @param folder its root and home folder
    /// @param listener sees what happens in the server
    public MinaServer(Path folder, SftpEventListener listener) {
        try {
            hostKey = KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
            var sftp = new SftpSubsystemFactory();
            sftp.addSftpEventListener(listener);
            server.setHost("127.0.0.1");
            server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
            server.setPasswordAuthenticator(
                    (user, password, session) -> user.equals("hub") && password.equals("right-secret"));
            server.setFileSystemFactory(new VirtualFileSystemFactory(folder));
            server.setSubsystemFactories(List.of(sftp));
            server.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Parameters with which a door logs in.
    public Map<String, String> parameters() {
        return Map.of(
                "host", "127.0.0.1",
                "port", Integer.toString(server.getPort()),
                "hostKey", KeyUtils.getFingerPrint(hostKey.getPublic()),
                "user", "hub",
                "password", "right-secret");
    }

    /// How many clients are connected now.
    public int clients() {
        return server.getActiveSessions().size();
    }

    /// Stops listening, so that nobody can come back.
    public void stop() {
        try {
            server.stop(true);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
