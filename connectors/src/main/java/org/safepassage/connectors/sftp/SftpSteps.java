package org.safepassage.connectors.sftp;

import org.safepassage.connectors.plumbing.StepByStep;

/// The steps of a door test that every SFTP door begins with.
final class SftpSteps {
    private SftpSteps() {}

    /// Resolves, connects, compares the host key and logs in, on a new connection.
    static StepByStep upToLogin(SftpLine line) {
        line.drop();
        return new StepByStep()
                .then("resolve", () -> line.resolve() + " address(es)")
                .then("connect", line::connectOnly)
                .then("host-key", () -> "the server showed " + line.compareHostKey())
                .then("authenticate", () -> {
                    line.authenticate();
                    return "logged in";
                });
    }
}
