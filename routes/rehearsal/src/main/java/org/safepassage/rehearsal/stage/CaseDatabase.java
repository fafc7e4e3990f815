package org.safepassage.rehearsal.stage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import org.h2.tools.RunScript;
import org.h2.tools.Server;

/// A partner's relational database of case records: H2 in PostgreSQL mode behind TCP on the loopback address, loaded
/// from an SQL script in UTF-8. The hub's user may read, insert and update, and nothing else. Gone when closed.
public final class CaseDatabase implements AutoCloseable {
    private static final String MODE = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

    private final Server server;
    private final Connection owner;
    private final String name;
    private final Credentials credentials;

    private CaseDatabase(Server server, Connection owner, String name, Credentials credentials) {
        this.server = server;
        this.owner = owner;
        this.name = name;
        this.credentials = credentials;
    }

    /// Starts a database that holds what `script` creates.
    ///
    /// @throws IOException when the script cannot be read or run, or no port is free
    public static CaseDatabase start(Path script, Credentials credentials) throws IOException {
        // Read by H2 once, before its first server: without it the port is open on every interface.
        System.setProperty("h2.bindAddress", "127.0.0.1");
        var name = "casebase-" + Credentials.random("").password();
        try {
            var owner = DriverManager.getConnection(
                    "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1" + MODE,
                    "owner",
                    Credentials.random("").password());
            run(owner, script);
            try (var statement = owner.createStatement()) {
                statement.execute("CREATE USER IF NOT EXISTS \""
                        + credentials.user().toUpperCase(Locale.ROOT) + "\" PASSWORD '" + credentials.password() + "'");
                statement.execute("GRANT SELECT, INSERT, UPDATE ON SCHEMA public TO \""
                        + credentials.user().toUpperCase(Locale.ROOT) + "\"");
            }
            var server = Server.createTcpServer("-tcpPort", "0").start();
            return new CaseDatabase(server, owner, name, credentials);
        } catch (SQLException e) {
            throw new IOException("the sample database did not start from " + script.getFileName(), e);
        }
    }

    /// JDBC address without user and password.
    public String url() {
        return "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/mem:" + name;
    }

    /// The hub's user.
    public Credentials credentials() {
        return credentials;
    }

    /// Changes the database as its owner would.
    ///
    /// @throws IOException when the script cannot be read or run
    public void apply(Path script) throws IOException {
        try {
            run(owner, script);
        } catch (SQLException e) {
            throw new IOException("the script " + script.getFileName() + " did not run", e);
        }
    }

    private static void run(Connection connection, Path script) throws IOException, SQLException {
        try (var reader = Files.newBufferedReader(script, StandardCharsets.UTF_8)) {
            RunScript.execute(connection, reader);
        }
    }

    @Override
    public void close() {
        server.stop();
        try (owner;
                var statement = owner.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException e) {
            // SHUTDOWN ends the very connection it came on.
            return;
        }
    }
}
