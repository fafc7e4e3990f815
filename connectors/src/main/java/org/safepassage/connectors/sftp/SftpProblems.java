package org.safepassage.connectors.sftp;

import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;

/// What an exception of the SSH library means to an operator, without the file names that its message may hold.
///
/// @param login whose server and user the messages name
record SftpProblems(SftpLogin login) {
    /// Of anything asked on a connection that stood.
    DoorProblem of(Exception thrown) {
        return switch (thrown) {
            case DoorProblem problem -> problem;
            case SftpException refused -> byStatus(refused);
            default ->
                new DoorProblem(
                        Kind.CUT, "the connection to " + login.place() + " broke (" + root(thrown) + ")", thrown);
        };
    }

    private DoorProblem byStatus(SftpException refused) {
        return switch (refused.getStatus()) {
            case SftpConstants.SSH_FX_NO_SUCH_FILE, SftpConstants.SSH_FX_NO_SUCH_PATH ->
                new DoorProblem(Kind.GONE, "a file or folder on " + login.place() + " is not there", refused);
            case SftpConstants.SSH_FX_PERMISSION_DENIED ->
                new DoorProblem(
                        Kind.PERMISSION,
                        "user " + login.user() + " may not do that in this folder of " + login.place(),
                        refused);
            case SftpConstants.SSH_FX_NO_CONNECTION, SftpConstants.SSH_FX_CONNECTION_LOST ->
                new DoorProblem(Kind.CUT, "the connection to " + login.place() + " broke", refused);
            default ->
                new DoorProblem(
                        Kind.PEER_FAULT, login.place() + " answered with SFTP status " + refused.getStatus(), refused);
        };
    }

    /// Of connecting.
    DoorProblem notConnected(Exception thrown) {
        return thrown instanceof DoorProblem problem
                ? problem
                : new DoorProblem(
                        Kind.UNREACHABLE,
                        login.place() + " does not accept a connection (" + root(thrown) + ")",
                        thrown);
    }

    /// Of logging in. The library tells a refusal from a silence or a broken connection by code or words only.
    DoorProblem notLoggedIn(Exception thrown) {
        String said = String.valueOf(thrown.getMessage());
        boolean refused = thrown instanceof SshException ssh
                && (ssh.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE
                        || said.contains("Too many authentication failures"));
        if (refused) {
            String with = login.keys().isEmpty() ? "the password" : "the key";
            return new DoorProblem(
                    Kind.LOGIN_REFUSED,
                    login.place() + " refused the log-in of user " + login.user() + " with " + with,
                    thrown);
        }
        return said.contains("timeout")
                ? new DoorProblem(Kind.TIMED_OUT, login.place() + " did not answer the log-in in time", thrown)
                : new DoorProblem(Kind.CUT, "the connection to " + login.place() + " broke during the log-in", thrown);
    }

    private static String root(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause.getCause() != null && depth < 20; depth++) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName();
    }
}
