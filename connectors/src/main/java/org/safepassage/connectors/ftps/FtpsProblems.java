package org.safepassage.connectors.ftps;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;

/// What a refusal or a broken connection means to an operator, without the file names that replies hold.
///
/// @param login whose server and user the messages name
record FtpsProblems(FtpsLogin login) {
    /// Of anything thrown on a connection that stood.
    DoorProblem of(Exception thrown) {
        return switch (thrown) {
            case DoorProblem problem -> problem;
            case SocketTimeoutException silent ->
                new DoorProblem(Kind.TIMED_OUT, login.place() + " was silent for too long", silent);
            default ->
                new DoorProblem(
                        Kind.CUT,
                        "the connection to " + login.place() + " broke ("
                                + thrown.getClass().getSimpleName() + ")",
                        thrown);
        };
    }

    /// Of connecting.
    DoorProblem notConnected(IOException thrown) {
        return switch (thrown) {
            case UnknownHostException unknown ->
                new DoorProblem(Kind.UNRESOLVED, "the name " + login.host() + " is not known", unknown);
            case SocketTimeoutException silent ->
                new DoorProblem(Kind.TIMED_OUT, login.place() + " did not answer in time", silent);
            default ->
                new DoorProblem(
                        Kind.UNREACHABLE,
                        login.place() + " does not accept a connection ("
                                + thrown.getClass().getSimpleName() + ")",
                        thrown);
        };
    }

    /// Of the TLS handshake.
    DoorProblem notSecured(IOException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException refused) {
                return new DoorProblem(
                        Kind.CERTIFICATE_REFUSED,
                        "the certificate of " + login.place() + " " + refused.getMessage(),
                        thrown);
            }
        }
        return thrown instanceof SSLException
                ? new DoorProblem(
                        Kind.PEER_FAULT, login.place() + " and the hub agree on no TLS of version 1.2 or newer", thrown)
                : of(thrown);
    }

    /// Of a negative reply.
    ///
    /// @param said the reply's text: only looked into for words, never shown
    DoorProblem refused(int code, String said) {
        String words = said.toLowerCase(Locale.ROOT);
        return switch (code) {
            case 530, 331, 332 ->
                new DoorProblem(
                        Kind.LOGIN_REFUSED,
                        login.place() + " refused the log-in of user " + login.user() + " with the password");
            case 421 -> new DoorProblem(Kind.BUSY, login.place() + " takes no more connections now (reply 421)");
            // 522 and 425: a TLS session that could not be resumed is begun anew with the next connection.
            case 425, 426, 522 ->
                new DoorProblem(Kind.CUT, login.place() + " gave up the data connection (reply " + code + ")");
            case 452, 552 -> new DoorProblem(Kind.FULL, "there is no room left on " + login.place());
            case 450, 550, 553 -> {
                boolean rights = words.contains("denied") || words.contains("permission") || code == 553;
                yield rights
                        ? new DoorProblem(
                                Kind.PERMISSION,
                                "user " + login.user() + " may not do that in this folder of " + login.place())
                        : new DoorProblem(Kind.GONE, "a file or folder on " + login.place() + " is not there");
            }
            default -> new DoorProblem(Kind.PEER_FAULT, login.place() + " answered with FTP reply " + code);
        };
    }
}
