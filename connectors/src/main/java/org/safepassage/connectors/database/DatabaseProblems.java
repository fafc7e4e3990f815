package org.safepassage.connectors.database;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;

/// What an exception of a database driver means to an operator. The driver's message is left out: it may quote a row.
///
/// @param login whose server and user the messages name
record DatabaseProblems(DatabaseLine.Login login) {
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

    /// By SQLSTATE: the classes of the SQL standard, PostgreSQL's 42501 and 57014, H2's 90xxx.
    private DoorProblem byState(String parameter, SQLException thrown) {
        String state = String.valueOf(thrown.getSQLState());
        String seen = " (SQLSTATE " + state + ")";
        if (state.startsWith("28")) {
            return new DoorProblem(
                    Kind.LOGIN_REFUSED, login.place() + " refused the log-in of user " + login.user() + seen, thrown);
        }
        if (state.equals("42501")) {
            return new DoorProblem(
                    Kind.PERMISSION,
                    "user " + login.user() + " lacks the right that " + parameter + " needs" + seen,
                    thrown);
        }
        if (state.equals("57014") || thrown instanceof SQLTimeoutException) {
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
