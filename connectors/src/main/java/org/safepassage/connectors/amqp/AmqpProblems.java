package org.safepassage.connectors.amqp;

import java.util.concurrent.TimeoutException;
import org.apache.qpid.protonj2.client.ErrorCondition;
import org.apache.qpid.protonj2.client.exceptions.ClientConnectionRemotelyClosedException;
import org.apache.qpid.protonj2.client.exceptions.ClientConnectionSecurityException;
import org.apache.qpid.protonj2.client.exceptions.ClientIdleTimeoutException;
import org.apache.qpid.protonj2.client.exceptions.ClientOperationTimedOutException;
import org.apache.qpid.protonj2.client.exceptions.ClientResourceRemotelyClosedException;
import org.jspecify.annotations.Nullable;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.http.HttpProblems;
import org.safepassage.connectors.http.RefusedCertificate;

/// Turns what the AMQP library throws into problems for an operator. What a broker writes into an error is left out:
/// brokers put queue names, users and addresses there.
///
/// @param settings whose broker it is
record AmqpProblems(AmqpSettings settings) {
    /// What a broken exchange means.
    DoorProblem broken(Throwable thrown) {
        String place = settings.place();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case DoorProblem problem -> {
                    return problem;
                }
                case RefusedCertificate refused -> {
                    return tls(thrown);
                }
                case ClientConnectionSecurityException refused -> {
                    return new DoorProblem(
                            Kind.LOGIN_REFUSED,
                            place + " refused the log-in"
                                    + (settings.user().isEmpty()
                                            ? " by client certificate"
                                            : " of user " + settings.user()),
                            thrown);
                }
                case ClientResourceRemotelyClosedException closed -> {
                    return closed(closed.getErrorCondition(), thrown);
                }
                case ClientIdleTimeoutException silent -> {
                    return silent(thrown);
                }
                case ClientOperationTimedOutException silent -> {
                    return silent(thrown);
                }
                case TimeoutException silent -> {
                    return silent(thrown);
                }
                case ClientConnectionRemotelyClosedException closed
                when closed.getErrorCondition() != null -> {
                    return closed(closed.getErrorCondition(), thrown);
                }
                default -> {}
            }
        }
        return tls(thrown);
    }

    private DoorProblem tls(Throwable thrown) {
        return new HttpProblems(settings.place(), settings.probing().auth()).broken(thrown);
    }

    private DoorProblem silent(Throwable thrown) {
        return new DoorProblem(Kind.TIMED_OUT, settings.place() + " was silent for too long", thrown);
    }

    private DoorProblem closed(@Nullable ErrorCondition said, Throwable thrown) {
        String condition = said == null ? "" : said.condition();
        String place = settings.place();
        return switch (condition) {
            case "amqp:unauthorized-access" ->
                new DoorProblem(Kind.PERMISSION, place + " does not let this user at the queue", thrown);
            case "amqp:not-found" -> new DoorProblem(Kind.NOT_FOUND, place + " has no such queue", thrown);
            case "amqp:resource-limit-exceeded" -> new DoorProblem(Kind.FULL, place + " has no room", thrown);
            case "amqp:link:message-size-exceeded" ->
                new DoorProblem(Kind.PERMISSION, place + " takes no message of this size", thrown);
            default -> new DoorProblem(Kind.CUT, "the connection to " + place + " broke", thrown);
        };
    }
}
