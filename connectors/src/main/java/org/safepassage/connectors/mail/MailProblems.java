package org.safepassage.connectors.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;

/// What an exception of the mail library means to an operator. Its message is left out: it may quote a
/// subject.
///
/// @param login whose server and user the messages name
record MailProblems(MailLogin login) {
    DoorProblem of(Exception thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            DoorProblem known = known(cause, thrown);
            if (known != null) return known;
        }
        return new DoorProblem(Kind.CUT, "the connection to " + login.place() + " broke", thrown);
    }

    private @org.jspecify.annotations.Nullable DoorProblem known(Throwable cause, Exception thrown) {
        return switch (cause) {
            case DoorProblem problem -> problem;
            case AuthenticationFailedException refused ->
                new DoorProblem(
                        Kind.LOGIN_REFUSED, login.place() + " refused the log-in of user " + login.user(), thrown);
            case FolderNotFoundException none ->
                new DoorProblem(Kind.NOT_FOUND, "there is no such folder on " + login.place(), thrown);
            case CertificateException untrusted ->
                new DoorProblem(
                        Kind.CERTIFICATE_REFUSED,
                        "the certificate of " + login.place() + " " + untrusted.getMessage(),
                        thrown);
            case UnknownHostException unknown ->
                new DoorProblem(Kind.UNRESOLVED, "the name " + login.host() + " is not known", thrown);
            case SocketTimeoutException silent ->
                new DoorProblem(Kind.TIMED_OUT, login.place() + " was silent for too long", thrown);
            case ConnectException closed -> unreachable(thrown);
            case NoRouteToHostException nowhere -> unreachable(thrown);
            case SSLException other
            when other.getCause() == null ->
                new DoorProblem(
                        Kind.PEER_FAULT,
                        login.place() + " and the hub agree on no TLS of version 1.2 or newer",
                        thrown);
            default -> null;
        };
    }

    DoorProblem unreachable(Exception thrown) {
        return new DoorProblem(Kind.UNREACHABLE, login.place() + " does not accept a connection", thrown);
    }
}
