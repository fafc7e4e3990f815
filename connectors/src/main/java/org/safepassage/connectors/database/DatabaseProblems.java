package org.safepassage.connectors.database;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;

/// What an exception of a database driver means to an operator. The driver's message is left out: it may
/// quote a row.
///
/// @param login whose server and user the messages name
record DatabaseProblems(DatabaseLine.Login login) {
    private static final Set<Integer> MARIADB_RIGHTS = Set.of(1044, 1142, 1143, 1227, 1370);

    /// @param parameter where the statement was configured
    DoorProblem of(String parameter, Exception thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case DoorProblem problem -> {
                    return problem;
                }
                case SocketTimeoutException late -> {
                    return new DoorProblem(Kind.TIMED_OUT, login.place() + " was silent for too long", thrown);
                }
                case ConnectException refused -> {
                    return notConnected(thrown);
                }
                case SSLException untrusted -> {
                    return new DoorProblem(
                            Kind.CERTIFICATE_REFUSED,
                            "no TLS connection to " + login.place() + " whose certificate can be trusted",
                            thrown);
                }
                case NoRouteToHostException nowhere -> {
                    return new DoorProblem(Kind.UNREACHABLE, login.place() + " cannot be reached", thrown);
                }
                default -> {}
            }
        }
        return thrown instanceof SQLException sql
                ? byState(parameter, sql)
                : new DoorProblem(Kind.CUT, "the connection to " + login.place() + " broke", thrown);
    }

    /// Of a connection that the server does not take.
    DoorProblem notConnected(Exception thrown) {
        return new DoorProblem(Kind.UNREACHABLE, login.place() + " does not accept a connection", thrown);
    }

    /// By SQLSTATE: the classes of the SQL standard, PostgreSQL's 42501 and 57014, H2's 90xxx, and
    /// MariaDB's own numbers for rights, which it gives the state of a syntax error.
    private DoorProblem byState(String parameter, SQLException thrown) {
        String state = String.valueOf(thrown.getSQLState());
        String seen = " (SQLSTATE " + state + ")";
        if (state.startsWith("28")) {
            return new DoorProblem(
                    Kind.LOGIN_REFUSED, login.place() + " refused the log-in of user " + login.user() + seen, thrown);
        }
        if (state.equals("42501") || MARIADB_RIGHTS.contains(thrown.getErrorCode())) {
            return new DoorProblem(
                    Kind.PERMISSION,
                    "user " + login.user() + " lacks the right that " + parameter + " needs" + seen,
                    thrown);
        }
        if (state.equals("57014") || state.equals("70100") || thrown instanceof SQLTimeoutException) {
            return new DoorProblem(Kind.TIMED_OUT, "the statement of " + parameter + " took too long" + seen, thrown);
        }
        if (state.startsWith("08") || state.startsWith("57") || state.startsWith("90")) {
            return new DoorProblem(Kind.CUT, "the connection to " + login.place() + " broke" + seen, thrown);
        }
        if (state.startsWith("25")) {
            return new DoorProblem(
                    Kind.CONFIGURATION, "the statement of " + parameter + " would change something" + seen, thrown);
        }
        return new DoorProblem(
                Kind.CONFIGURATION, login.place() + " does not accept the statement of " + parameter + seen, thrown);
    }
}
