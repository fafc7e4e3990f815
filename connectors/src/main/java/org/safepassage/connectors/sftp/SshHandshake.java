package org.safepassage.connectors.sftp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.security.PublicKey;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.client.session.ClientSession.ClientSessionEvent;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.jspecify.annotations.Nullable;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;

/// The way to a logged-in SSH session, in the steps that a door's test names one by one: resolve, connect, compare the
/// host key, authenticate. Nothing secret is sent before the host key is one of the pinned ones. For one thread.
final class SshHandshake implements AutoCloseable {
    private final SftpLogin login;
    private final SftpProblems problems;
    // The library asks about the key on a thread of its own.
    private final AtomicReference<String> shownKey = new AtomicReference<>("");
    private final AtomicReference<String> refusedKey = new AtomicReference<>("");
    private @Nullable SshClient ssh;
    private @Nullable ClientSession session;

    SshHandshake(SftpLogin login) {
        this.login = login;
        this.problems = new SftpProblems(login);
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
    String connect() throws DoorProblem {
        resolve();
        refusedKey.set("");
        try {
            session = started()
                    .connect(login.user(), login.host(), login.port())
                    .verify(login.connectTimeout())
                    .getSession();
        } catch (IOException | RuntimeException failed) {
            throw keyRefused() ? hostKeyRefused(failed) : problems.notConnected(failed);
        }
        return login.place() + " accepts connections";
    }

    /// Waits until the keys are exchanged and the host key is compared, before anything secret is sent; answers the
    /// fingerprint that the server showed.
    String compareHostKey() throws DoorProblem {
        var seen = session()
                .waitFor(EnumSet.of(ClientSessionEvent.WAIT_AUTH, ClientSessionEvent.CLOSED), login.connectTimeout());
        if (keyRefused()) {
            throw hostKeyRefused(null);
        }
        if (seen.contains(ClientSessionEvent.TIMEOUT)) {
            throw new DoorProblem(Kind.TIMED_OUT, login.place() + " did not finish the key exchange in time");
        }
        if (seen.contains(ClientSessionEvent.CLOSED)) {
            throw new DoorProblem(Kind.UNREACHABLE, login.place() + " closed the connection before the log-in");
        }
        return shownKey.get();
    }

    /// Logs in on the connection made before.
    void authenticate() throws DoorProblem {
        try {
            session().auth().verify(login.connectTimeout());
        } catch (IOException | RuntimeException failed) {
            throw keyRefused() ? hostKeyRefused(failed) : problems.notLoggedIn(failed);
        }
    }

    /// The session that the steps before have made.
    ///
    /// @throws DoorProblem of kind CUT when there is none
    ClientSession session() throws DoorProblem {
        ClientSession open = session;
        if (open == null) {
            throw new DoorProblem(Kind.CUT, "there is no connection to " + login.place());
        }
        return open;
    }

    private SshClient started() {
        SshClient running = ssh;
        if (running == null) {
            running = IsolatedSsh.start(login, this::accepts);
            ssh = running;
        }
        return running;
    }

    private boolean accepts(ClientSession asking, SocketAddress address, PublicKey key) {
        String fingerprint = KeyUtils.getFingerPrint(key);
        shownKey.set(fingerprint);
        boolean accepted = login.hostKeys().accepts(fingerprint);
        refusedKey.set(accepted ? "" : fingerprint);
        return accepted;
    }

    private boolean keyRefused() {
        return !refusedKey.get().isEmpty();
    }

    private DoorProblem hostKeyRefused(@Nullable Exception thrown) {
        String message = login.place() + " showed the host key " + refusedKey.get() + " but hostKey is "
                + String.join(" or ", login.hostKeys().fingerprints());
        return thrown == null
                ? new DoorProblem(Kind.HOST_KEY_REFUSED, message)
                : new DoorProblem(Kind.HOST_KEY_REFUSED, message, thrown);
    }

    /// Lets go of the session; the next handshake begins anew.
    void drop() {
        ClientSession closing = session;
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
