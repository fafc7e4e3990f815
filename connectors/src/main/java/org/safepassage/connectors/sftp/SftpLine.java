package org.safepassage.connectors.sftp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.password.PasswordIdentityProvider;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.client.session.ClientSession.ClientSessionEvent;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.kex.KeyExchangeFactory;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.client.SftpVersionSelector;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.jspecify.annotations.Nullable;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;

/// One connection to an SFTP server, made when it is first needed and made again after it broke. Nothing of this
/// machine's SSH configuration, agent or key files is used.
///
/// File names go over this line as bytes in the form of ISO 8859-1 text, so that a name in any encoding can be opened
/// again. For one thread.
final class SftpLine implements AutoCloseable {
    /// Something asked of the server that may be asked again after the connection broke.
    interface Question<T> {
        T ask(SftpClient sftp) throws IOException;
    }

    private final SftpLogin login;
    private final AtomicReference<String> refusedKey = new AtomicReference<>("");
    private final AtomicReference<String> shownKey = new AtomicReference<>("");
    private @Nullable SshClient ssh;
    private @Nullable ClientSession session;
    private @Nullable SftpClient sftp;

    SftpLine(SftpLogin login) {
        this.login = login;
    }

    /// Asks, and asks once more on a new connection when the old one turns out broken.
    <T> T ask(Question<T> question) throws DoorProblem {
        try {
            return question.ask(client());
        } catch (IOException | RuntimeException first) {
            DoorProblem problem = problem(first);
            if (problem.kind() != Kind.CUT) {
                throw problem;
            }
            drop();
            try {
                return question.ask(client());
            } catch (IOException | RuntimeException second) {
                throw problem(second);
            }
        }
    }

    /// Asks once, for questions that leave something half done when the connection breaks.
    <T> T askOnce(Question<T> question) throws DoorProblem {
        try {
            return question.ask(client());
        } catch (IOException | RuntimeException failed) {
            throw problem(failed);
        }
    }

    /// The connected client.
    SftpClient client() throws DoorProblem {
        SftpClient open = sftp;
        if (open != null && open.isOpen()) {
            return open;
        }
        drop();
        connectOnly();
        compareHostKey();
        authenticate();
        try {
            SftpClient opened = SftpClientFactory.instance()
                    .createSftpClient(connected(), SftpVersionSelector.fixedVersionSelector(SftpConstants.SFTP_V3));
            opened.setNameDecodingCharset(StandardCharsets.ISO_8859_1);
            sftp = opened;
            return opened;
        } catch (IOException | RuntimeException refused) {
            throw new DoorProblem(
                    Kind.PEER_FAULT, login.place() + " let us log in but offers no SFTP (version 3)", refused);
        }
    }

    /// Resolves the name; answers how many addresses it has.
    int resolve() throws DoorProblem {
        try {
            return InetAddress.getAllByName(login.host()).length;
        } catch (UnknownHostException unknown) {
            throw new DoorProblem(Kind.UNRESOLVED, "the name " + login.host() + " is not known", unknown);
        }
    }

    /// Opens the TCP connection; answers where to.
    String connectOnly() throws DoorProblem {
        resolve();
        refusedKey.set("");
        try {
            session = started()
                    .connect(login.user(), login.host(), login.port())
                    .verify(login.connectTimeout())
                    .getSession();
        } catch (IOException | RuntimeException failed) {
            throw notConnected(failed);
        }
        return login.place() + " accepts connections";
    }

    /// Waits until the keys are exchanged and the host key is compared, before anything secret is sent; answers the
    /// fingerprint that the server showed.
    String compareHostKey() throws DoorProblem {
        var seen = connected()
                .waitFor(EnumSet.of(ClientSessionEvent.WAIT_AUTH, ClientSessionEvent.CLOSED), login.connectTimeout());
        if (!refusedKey.get().isEmpty()) {
            throw new DoorProblem(Kind.HOST_KEY_REFUSED, hostKeyMessage());
        }
        if (seen.contains(ClientSessionEvent.TIMEOUT)) {
            throw new DoorProblem(Kind.TIMED_OUT, login.place() + " did not finish the key exchange in time");
        }
        if (seen.contains(ClientSessionEvent.CLOSED)) {
            throw new DoorProblem(Kind.UNREACHABLE, login.place() + " closed the connection before the log-in");
        }
        return shownKey.get();
    }

    private DoorProblem notConnected(Exception failed) {
        if (failed instanceof DoorProblem problem) {
            return problem;
        }
        if (!refusedKey.get().isEmpty()) {
            return new DoorProblem(Kind.HOST_KEY_REFUSED, hostKeyMessage(), failed);
        }
        return new DoorProblem(
                Kind.UNREACHABLE, login.place() + " does not accept a connection (" + root(failed) + ")", failed);
    }

    private String hostKeyMessage() {
        return login.place() + " showed the host key " + refusedKey.get() + " but hostKey is "
                + String.join(" or ", login.hostKeys().fingerprints());
    }

    /// Logs in on the connection made before.
    void authenticate() throws DoorProblem {
        try {
            connected().auth().verify(login.connectTimeout());
        } catch (IOException | RuntimeException failed) {
            if (!refusedKey.get().isEmpty()) {
                throw new DoorProblem(Kind.HOST_KEY_REFUSED, hostKeyMessage(), failed);
            }
            throw notLoggedIn(failed);
        }
    }

    private DoorProblem notLoggedIn(Exception failed) {
        String said = String.valueOf(failed.getMessage());
        boolean refused = failed instanceof SshException ssh
                && (ssh.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE
                        || said.contains("Too many authentication failures"));
        if (refused) {
            String with = login.keys().isEmpty() ? "the password" : "the key";
            return new DoorProblem(
                    Kind.LOGIN_REFUSED,
                    login.place() + " refused the log-in of user " + login.user() + " with " + with,
                    failed);
        }
        return said.contains("timeout")
                ? new DoorProblem(Kind.TIMED_OUT, login.place() + " did not answer the log-in in time", failed)
                : new DoorProblem(Kind.CUT, "the connection to " + login.place() + " broke during the log-in", failed);
    }

    private SshClient started() {
        SshClient running = ssh;
        if (running == null) {
            running = ClientBuilder.builder()
                    .serverKeyVerifier(verifier())
                    .hostConfigEntryResolver(HostConfigEntryResolver.EMPTY)
                    .filePasswordProvider(FilePasswordProvider.EMPTY)
                    .build();
            running.setKeyExchangeFactories(cheapestFirst(running.getKeyExchangeFactories()));
            running.setKeyIdentityProvider(
                    login.keys().isEmpty()
                            ? KeyIdentityProvider.EMPTY_KEYS_PROVIDER
                            : KeyIdentityProvider.wrapKeyPairs(login.keys()));
            running.setPasswordIdentityProvider(login.password()
                    .map(PasswordIdentityProvider::wrapPasswords)
                    .orElse(PasswordIdentityProvider.EMPTY_PASSWORDS_PROVIDER));
            running.setUserAuthFactoriesNames(
                    login.keys().isEmpty()
                            ? List.of("password", "keyboard-interactive")
                            : List.of("publickey", "password"));
            CoreModuleProperties.IDLE_TIMEOUT.set(running, login.silence());
            CoreModuleProperties.NIO2_READ_TIMEOUT.set(running, login.silence().plusSeconds(1));
            CoreModuleProperties.AUTH_TIMEOUT.set(running, login.connectTimeout());
            CoreModuleProperties.IO_CONNECT_TIMEOUT.set(running, login.connectTimeout());
            CoreModuleProperties.CHANNEL_OPEN_TIMEOUT.set(running, login.connectTimeout());
            running.start();
            ssh = running;
        }
        return running;
    }

    /// Streamlined NTRU Prime in Java costs a second of CPU a connection; ML-KEM is as safe from quantum computers and
    /// costs a few milliseconds, so it goes first where the server has it.
    private static List<KeyExchangeFactory> cheapestFirst(List<KeyExchangeFactory> factories) {
        return factories.stream()
                .sorted(Comparator.comparing(factory -> factory.getName().startsWith("sntrup")))
                .toList();
    }

    private ServerKeyVerifier verifier() {
        return (verified, address, key) -> {
            String fingerprint = KeyUtils.getFingerPrint(key);
            shownKey.set(fingerprint);
            boolean accepted = login.hostKeys().accepts(fingerprint);
            refusedKey.set(accepted ? "" : fingerprint);
            return accepted;
        };
    }

    private ClientSession connected() throws DoorProblem {
        ClientSession open = session;
        if (open == null) {
            throw new DoorProblem(Kind.CUT, "there is no connection to " + login.place());
        }
        return open;
    }

    /// What an exception of the library means, without the file names that its message may hold.
    DoorProblem problem(Exception thrown) {
        if (thrown instanceof DoorProblem problem) {
            return problem;
        }
        if (thrown instanceof SftpException refused) {
            return switch (refused.getStatus()) {
                case SftpConstants.SSH_FX_NO_SUCH_FILE, SftpConstants.SSH_FX_NO_SUCH_PATH ->
                    new DoorProblem(Kind.GONE, "a file or folder on " + login.place() + " is not there", thrown);
                case SftpConstants.SSH_FX_PERMISSION_DENIED ->
                    new DoorProblem(
                            Kind.PERMISSION,
                            "user " + login.user() + " may not do that in this folder of " + login.place(),
                            thrown);
                case SftpConstants.SSH_FX_NO_CONNECTION, SftpConstants.SSH_FX_CONNECTION_LOST ->
                    new DoorProblem(Kind.CUT, "the connection to " + login.place() + " broke", thrown);
                default ->
                    new DoorProblem(
                            Kind.PEER_FAULT,
                            login.place() + " answered with SFTP status " + refused.getStatus(),
                            thrown);
            };
        }
        return new DoorProblem(
                Kind.CUT, "the connection to " + login.place() + " broke (" + root(thrown) + ")", thrown);
    }

    private static String root(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause.getCause() != null && depth < 20; depth++) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName();
    }

    /// Lets go of the connection; the next question makes a new one.
    void drop() {
        ClientSession closing = session;
        sftp = null;
        session = null;
        if (closing != null) {
            closing.close(true);
        }
    }

    @Override
    public void close() {
        drop();
        SshClient stopping = ssh;
        ssh = null;
        if (stopping != null) {
            stopping.close(true);
        }
    }
}
