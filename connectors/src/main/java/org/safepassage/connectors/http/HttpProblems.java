package org.safepassage.connectors.http;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;

/// Turns statuses and exceptions of the HTTP client into problems for an operator.
///
/// @param place host and port that was asked
/// @param auth who the door says it is
public record HttpProblems(String place, HttpAuth auth) {
    /// What a status means that was not wanted.
    DoorProblem refused(String method, int status) {
        String said = place + " answered " + method + " with status " + status;
        return switch (status) {
            case 401 -> new DoorProblem(Kind.LOGIN_REFUSED, place + " refused the log-in" + who() + " (status 401)");
            case 403, 405 -> new DoorProblem(Kind.PERMISSION, said);
            case 404, 410 -> new DoorProblem(Kind.GONE, said);
            case 408, 504 -> new DoorProblem(Kind.TIMED_OUT, said);
            case 412 -> new DoorProblem(Kind.CHANGED, said);
            case 413 -> new DoorProblem(Kind.PERMISSION, said + ": it takes no file of this size");
            case 416 -> new DoorProblem(Kind.CHANGED, said + ": a file became shorter");
            case 423 -> new DoorProblem(Kind.BUSY, said + ": it is locked at the moment");
            case 429, 503 -> new DoorProblem(Kind.BUSY, said);
            case 507 -> new DoorProblem(Kind.PERMISSION, said + ": it has no space left for this account");
            case 301, 302, 303, 307, 308 ->
                new DoorProblem(Kind.CONFIGURATION, said + ": redirects are not followed; set url to where it is now");
            default -> new DoorProblem(Kind.PEER_FAULT, said);
        };
    }

    private String who() {
        return switch (auth) {
            case HttpAuth.Basic basic -> " of user " + basic.user();
            case HttpAuth.ClientCredentials client -> " of client " + client.clientId();
            default -> "";
        };
    }

    /// A certificate of this side that the server does not take.
    DoorProblem ownCertificate() {
        return new DoorProblem(Kind.LOGIN_REFUSED, place + " refused the client certificate, or wants one");
    }

    /// What a broken exchange means.
    public DoorProblem broken(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case DoorProblem problem -> {
                    return problem;
                }
                case RefusedCertificate refused -> {
                    return new DoorProblem(
                            Kind.CERTIFICATE_REFUSED,
                            place + " showed a certificate that " + refused.getMessage(),
                            thrown);
                }
                case HttpConnectTimeoutException late -> {
                    return new DoorProblem(Kind.UNREACHABLE, place + " does not answer", thrown);
                }
                case HttpTimeoutException late -> {
                    return new DoorProblem(Kind.TIMED_OUT, place + " was silent for too long", thrown);
                }
                case UnknownHostException unknown -> {
                    return unresolved(thrown);
                }
                case UnresolvedAddressException unknown -> {
                    return unresolved(thrown);
                }
                case ConnectException refused -> {
                    if (!(refused.getCause() instanceof UnresolvedAddressException)) {
                        return new DoorProblem(Kind.UNREACHABLE, place + " does not accept a connection", thrown);
                    }
                }
                case SSLException tls
                when last(tls) -> {
                    return tls(tls);
                }
                default -> {}
            }
        }
        return new DoorProblem(Kind.CUT, "the connection to " + place + " broke", thrown);
    }

    private static boolean last(SSLException tls) {
        return tls.getCause() == null || tls.getCause() instanceof SSLException;
    }

    private DoorProblem unresolved(Throwable thrown) {
        return new DoorProblem(Kind.UNRESOLVED, "the name of " + place + " is not known", thrown);
    }

    private DoorProblem tls(SSLException thrown) {
        String said = String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT);
        boolean ours = said.contains("fatal alert")
                && (said.contains("certificate") || said.contains("unknown_ca") || said.contains("access_denied"));
        if (ours) {
            return ownCertificate();
        }
        if (said.contains("fatal alert") || said.contains("no appropriate protocol")) {
            return new DoorProblem(Kind.CERTIFICATE_REFUSED, place + " and this machine agree on no TLS", thrown);
        }
        // A connection that ends in the handshake is broken like any other, whatever the library calls it.
        return said.contains("unrecognized ssl message")
                ? new DoorProblem(Kind.PEER_FAULT, place + " does not speak TLS on this port", thrown)
                : new DoorProblem(Kind.CUT, "the connection to " + place + " broke", thrown);
    }
}
