package org.safepassage.rehearsal.stage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/// A folder behind SFTP on the loopback address: one user with a password, the folder is the root and nothing outside
/// it can be named, no shell. The host key is made for one run.
public final class FolderOverSftp implements AutoCloseable {
    private final SshServer server;
    private final Credentials credentials;
    private final String fingerprint;

    private FolderOverSftp(SshServer server, Credentials credentials, String fingerprint) {
        this.server = server;
        this.credentials = credentials;
        this.fingerprint = fingerprint;
    }

    /// Starts a server whose root is `folder`.
    ///
    /// @throws IOException when no port is free or the host key cannot be made
    public static FolderOverSftp start(Path folder, Credentials credentials) throws IOException {
        KeyPair hostKey;
        try {
            hostKey = KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
        } catch (GeneralSecurityException e) {
            throw new IOException("no host key could be made", e);
        }
        var server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setUserAuthFactories(List.of(UserAuthPasswordFactory.INSTANCE));
        server.setPasswordAuthenticator(
                (user, password, session) -> same(user, credentials.user()) && same(password, credentials.password()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(folder.toAbsolutePath()));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.start();
        return new FolderOverSftp(
                server, credentials, KeyUtils.getFingerPrint(BuiltinDigests.sha256, hostKey.getPublic()));
    }

    private static boolean same(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    /// Always the loopback address.
    public String host() {
        return "127.0.0.1";
    }

    /// The port in use.
    public int port() {
        return server.getPort();
    }

    /// The one user.
    public Credentials credentials() {
        return credentials;
    }

    /// SHA-256 fingerprint of the host key as OpenSSH prints it, `SHA256:` and base64 without padding.
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
