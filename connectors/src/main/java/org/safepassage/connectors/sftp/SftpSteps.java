package org.safepassage.connectors.sftp;

import org.safepassage.connectors.plumbing.StepByStep;

/// The steps of a door test that every SFTP door begins with.
final class SftpSteps {
    private SftpSteps() {}

    /// Resolves, connects, compares the host key and logs in, on a new connection.
    static StepByStep upToLogin(SftpLine line) {
        line.drop();
        SshHandshake handshake = line.handshake();
        return new StepByStep()
                .then("resolve", () -> handshake.resolve() + " address(es)")
                .then("connect", handshake::connect)
                .then("host-key", () -> "the server showed " + handshake.compareHostKey())
                .then("authenticate", () -> {
                    handshake.authenticate();
                    return "logged in";
                });
    }
}
