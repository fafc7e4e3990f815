package org.safepassage.connectors.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;

/// One read-only connection to a database, made when first needed and made again after it broke. For one
/// thread.
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
        /// The server, for messages.
        String place() {
            return url.embedded() ? "the embedded database" : url.host() + ":" + url.port();
        }

        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }

    /// Something asked in one transaction that may be asked again after the connection broke.
    interface Question<T> {
        T ask(Connection connection) throws SQLException, IOException;
    }

    private static final String MARIADB = "jdbc:mariadb:";

    private final Login login;
    private final DatabaseProblems problems;
    private @Nullable Connection open;

    DatabaseLine(Login login) {
        this.login = login;
        this.problems = new DatabaseProblems(login);
    }

    Login login() {
        return login;
    }

    /// Asks within one repeatable-read, read-only transaction; once more on a new connection when the old
    /// one broke.
    <T> T ask(String parameter, Question<T> question) throws DoorProblem {
        try {
            return once(question);
        } catch (SQLException | IOException first) {
            DoorProblem problem = problems.of(parameter, first);
            drop();
            if (problem.kind() != Kind.CUT) {
                throw problem;
            }
            try {
                return once(question);
            } catch (SQLException | IOException second) {
                drop();
                throw problems.of(parameter, second);
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
            throw problems.of(parameter, failed);
        }
    }

    /// Asks what a change would need, on a connection of its own that could make it, and takes everything back: some
    /// databases explain no change to a connection that only reads.
    void explain(String parameter, Question<Boolean> question) throws DoorProblem {
        try (Connection connection = connect(false)) {
            try {
                question.ask(connection);
            } finally {
                connection.rollback();
            }
        } catch (SQLException | IOException failed) {
            throw problems.of(parameter, failed);
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
        } else if (login.url().url().startsWith(MARIADB)) {
            properties.setProperty(
                    "connectTimeout", Long.toString(login.connectTimeout().toMillis()));
            properties.setProperty(
                    "socketTimeout", Long.toString(login.silence().toMillis()));
            // The server may not send the hub elsewhere, nor ask it for a file or for a password in the open.
            properties.setProperty("permitRedirect", "false");
            properties.setProperty("allowLocalInfile", "false");
            properties.setProperty("restrictedAuth", "mysql_native_password,client_ed25519,caching_sha2_password");
        } else if (!login.url().embedded()) {
            properties.setProperty(
                    "NETWORK_TIMEOUT", Long.toString(login.silence().toMillis()));
        }
        Connection connection = DriverManager.getConnection(login.url().url(), properties);
        connection.setReadOnly(readOnly);
        if (readOnly && login.url().url().startsWith(MARIADB)) {
            // Its driver keeps to itself that a connection only reads.
            try (var statement = connection.createStatement()) {
                statement.execute("SET SESSION TRANSACTION READ ONLY");
            }
        }
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
            return login.place() + " accepts connections";
        } catch (IOException refused) {
            throw problems.notConnected(refused);
        }
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
