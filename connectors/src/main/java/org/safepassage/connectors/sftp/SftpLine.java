package org.safepassage.connectors.sftp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.client.SftpVersionSelector;
import org.apache.sshd.sftp.common.SftpConstants;
import org.jspecify.annotations.Nullable;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;

/// One connection to an SFTP server, made when it is first needed and made again after it broke.
///
/// File names go over this line as bytes in the form of ISO 8859-1 text, so that a name in any encoding can be opened
/// again. For one thread.
final class SftpLine implements AutoCloseable {
    /// Something asked of the server that may be asked again after the connection broke.
    interface Question<T> {
        T ask(SftpClient sftp) throws IOException;
    }

    private final SftpLogin login;
    private final SshHandshake handshake;
    private final SftpProblems problems;
    private @Nullable SftpClient sftp;

    SftpLine(SftpLogin login) {
        this.login = login;
        this.handshake = new SshHandshake(login);
        this.problems = new SftpProblems(login);
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
            return askOnce(question);
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
        handshake.connect();
        handshake.compareHostKey();
        handshake.authenticate();
        try {
            SftpClient opened = SftpClientFactory.instance()
                    .createSftpClient(
                            handshake.session(), SftpVersionSelector.fixedVersionSelector(SftpConstants.SFTP_V3));
            opened.setNameDecodingCharset(StandardCharsets.ISO_8859_1);
            sftp = opened;
            return opened;
        } catch (IOException | RuntimeException refused) {
            throw new DoorProblem(
                    Kind.PEER_FAULT, login.place() + " let us log in but offers no SFTP (version 3)", refused);
        }
    }

    /// Who is logged in.
    String user() {
        return login.user();
    }

    /// The handshake beneath, for a door's test to take step by step.
    SshHandshake handshake() {
        return handshake;
    }

    /// What an exception of the library means, without the file names that its message may hold.
    DoorProblem problem(Exception thrown) {
        return problems.of(thrown);
    }

    /// Lets go of the connection; the next question makes a new one.
    void drop() {
        sftp = null;
        handshake.drop();
    }

    @Override
    public void close() {
        drop();
        handshake.close();
    }
}
