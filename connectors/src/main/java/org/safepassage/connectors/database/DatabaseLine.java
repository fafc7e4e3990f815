package org.safepassage.connectors.database;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;

/// One read-only connection to a database, made when first needed and made again after it broke. For one thread.
final class DatabaseLine implements AutoCloseable {
    /// @param url checked
    /// @param user account
    /// @param password may be empty
    /// @param connectTimeout for connecting and logging in
    /// @param silence longest silence of the server
    /// @param statementSeconds longest time for one statement
    record Login(
            SafeUrl url,
            String user,
            String password,
            Duration connectTimeout,
            Duration silence,
            int statementSeconds) {
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }

    /// Something asked in one transaction that may be asked again after the connection broke.
    interface Question<T> {
        T ask(Connection connection) throws SQLException, IOException;
    }

    private final Login login;
    private @Nullable Connection open;

    DatabaseLine(Login login) {
        this.login = login;
    }

    Login login() {
        return login;
    }

    /// Asks within one repeatable-read, read-only transaction; once more on a new connection when the old one broke.
    <T> T ask(String parameter, Question<T> question) throws DoorProblem {
        try {
            return once(question);
        } catch (SQLException | IOException first) {
            DoorProblem problem = problem(parameter, first);
            drop();
            if (problem.kind() != Kind.CUT) {
                throw problem;
            }
            try {
                return once(question);
            } catch (SQLException | IOException second) {
                drop();
                throw problem(parameter, second);
            }
        }
    }

    private <T> T once(Question<T> question) throws SQLException, IOException {
        Connection connection = open;
        if (connection == null) {
            connection = connect(true);
            open = connection;
        }
        try {
            return question.ask(connection);
        } finally {
            connection.rollback();
        }
    }

    /// Changes something, on a connection of its own that is not read-only.
    void change(String parameter, Question<Integer> question) throws DoorProblem {
        try (Connection connection = connect(false)) {
            question.ask(connection);
            connection.commit();
        } catch (SQLException | IOException failed) {
            throw problem(parameter, failed);
        }
    }

    private Connection connect(boolean readOnly) throws SQLException, DoorProblem {
        resolve();
        var properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        if (login.url().url().startsWith("jdbc:postgresql:")) {
            String connectSeconds = Long.toString(login.connectTimeout().toSeconds());
            properties.setProperty("connectTimeout", connectSeconds);
            properties.setProperty("loginTimeout", connectSeconds);
            properties.setProperty(
                    "socketTimeout", Long.toString(login.silence().toSeconds()));
            properties.setProperty("tcpKeepAlive", "true");
            properties.setProperty("ApplicationName", "safe-passage");
        } else if (!login.url().embedded()) {
            properties.setProperty(
                    "NETWORK_TIMEOUT", Long.toString(login.silence().toMillis()));
        }
        Connection connection = DriverManager.getConnection(login.url().url(), properties);
        connection.setReadOnly(readOnly);
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return connection;
    }

    /// Resolves the host.
    String resolve() throws DoorProblem {
        if (login.url().embedded()) {
            return "an embedded database needs no server";
        }
        try {
            return InetAddress.getAllByName(login.url().host()).length + " address(es)";
        } catch (UnknownHostException unknown) {
            throw new DoorProblem(Kind.UNRESOLVED, "the name " + login.url().host() + " is not known", unknown);
        }
    }

    /// Tries a TCP connection.
    String tryConnecting() throws DoorProblem {
        if (login.url().embedded()) {
            return "an embedded database needs no connection";
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(login.url().host(), login.url().port()), (int)
                    login.connectTimeout().toMillis());
            return place() + " accepts connections";
        } catch (IOException refused) {
            throw new DoorProblem(Kind.UNREACHABLE, place() + " does not accept a connection", refused);
        }
    }

    private String place() {
        return login.url().embedded()
                ? "the embedded database"
                : login.url().host() + ":" + login.url().port();
    }

    /// What an exception means. The driver's message is left out: it may quote a row.
    DoorProblem problem(String parameter, Exception thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case DoorProblem problem -> {
                    return problem;
                }
                case SocketTimeoutException late -> {
                    return new DoorProblem(Kind.TIMED_OUT, place() + " was silent for too long", thrown);
                }
                case ConnectException refused -> {
                    return new DoorProblem(Kind.UNREACHABLE, place() + " does not accept a connection", thrown);
                }
                case NoRouteToHostException nowhere -> {
                    return new DoorProblem(Kind.UNREACHABLE, place() + " cannot be reached", thrown);
                }
                default -> {}
            }
        }
        return thrown instanceof SQLException sql
                ? byState(parameter, sql)
                : new DoorProblem(Kind.CUT, "the connection to " + place() + " broke", thrown);
    }

    private DoorProblem byState(String parameter, SQLException thrown) {
        String state = String.valueOf(thrown.getSQLState());
        String seen = " (SQLSTATE " + state + ")";
        if (state.startsWith("28")) {
            return new DoorProblem(
                    Kind.LOGIN_REFUSED, place() + " refused the log-in of user " + login.user() + seen, thrown);
        }
        if (state.equals("42501")) {
            return new DoorProblem(
                    Kind.PERMISSION,
                    "user " + login.user() + " lacks the right that " + parameter + " needs" + seen,
                    thrown);
        }
        if (state.equals("57014") || thrown instanceof java.sql.SQLTimeoutException) {
            return new DoorProblem(Kind.TIMED_OUT, "the statement of " + parameter + " took too long" + seen, thrown);
        }
        if (state.startsWith("08") || state.startsWith("57") || state.startsWith("90")) {
            return new DoorProblem(Kind.CUT, "the connection to " + place() + " broke" + seen, thrown);
        }
        if (state.startsWith("25")) {
            return new DoorProblem(
                    Kind.CONFIGURATION, "the statement of " + parameter + " would change something" + seen, thrown);
        }
        return new DoorProblem(
                Kind.CONFIGURATION, place() + " does not accept the statement of " + parameter + seen, thrown);
    }

    /// Lets go of the connection; the next question makes a new one.
    void drop() {
        Connection closing = open;
        open = null;
        try {
            if (closing != null) {
                closing.close();
            }
        } catch (SQLException alreadyBroken) {
            // It is being thrown away.
            open = null;
        }
    }

    @Override
    public void close() {
        drop();
    }
}
