package org.safepassage.connectors.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.connectors.DoorProblem;

/// The database source against PostgreSQL, with an account that may only read.
@Tag("slow")
class PostgresCasesTest extends DatabaseCasesContract {
    @TempDir
    static Path serverFolder;

    static EmbeddedPostgres server;

    @BeforeAll
    static void startServer() throws IOException, SQLException {
        server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(serverFolder.toFile())
                .setServerConfig("password_encryption", "scram-sha-256")
                .start();
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE ROLE hub LOGIN PASSWORD 'right-secret'");
            statement.execute("ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO hub");
            statement.execute("ALTER ROLE postgres PASSWORD 'owner-secret'");
        }
        Path access = Path.of(query("SHOW hba_file"));
        Files.writeString(
                access,
                "local all all trust\nhost all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n");
        query("SELECT pg_reload_conf()");
    }

    private static String query(String sql) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var result = connection.createStatement().executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    @Override
    Connection writing() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(port()), "postgres", "owner-secret");
    }

    @Override
    void grant() throws SQLException {
        run("GRANT UPDATE (exported) ON case_record TO hub");
    }

    @Override
    String jdbcUrl(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    @Override
    String blobType() {
        return "BYTEA";
    }

    @Override
    protected int port() {
        return server.getPort();
    }

    @Test
    void aStatementThatTakesTooLongIsCancelled() throws Exception {
        // Given
        putCase("K-1", "one", Map.of());
        try (var door = door(Map.of(
                "parts.persons",
                "SELECT pg_sleep(30)::text AS full_name WHERE :case <> ''",
                "statementSeconds",
                "1"))) {
            // When
            var step = door.test().steps().getLast();
            // Then
            assertThat(step.passed()).isFalse();
            assertThat(step.detail()).contains("took too long");
        }
    }

    @Test
    void aStatementThatWouldChangeSomethingIsRefusedByTheServer() throws Exception {
        // Given
        putCase("K-1", "one", Map.of());
        String changing = "WITH gone AS (DELETE FROM person WHERE case_number = :case RETURNING 1) SELECT * FROM gone";
        try (var door = door(Map.of("user", "postgres", "password", "owner-secret", "parts.persons", changing))) {
            // When
            var step = door.test().steps().getLast();
            // Then
            assertThat(step.detail()).contains("would change something");
        }
    }

    @Test
    void anAcknowledgementThatTheAccountMayNotMakeIsFoundOutWithoutMakingIt() throws Exception {
        // Given
        putCase("K-1", "one", Map.of());
        String forbidden = "DELETE FROM case_record WHERE case_number = :case";
        try (var door = door(Map.of("acknowledgeSql", forbidden))) {
            var before = list(door, "");
            // When
            var step = door.test().steps().getLast();
            // Then
            assertThat(step.name()).isEqualTo("acknowledge");
            assertThat(step.passed()).isFalse();
            assertThat(step.nextAction()).isEqualTo(DoorProblem.Kind.PERMISSION.nextAction());
            assertThat(list(door, "")).isEqualTo(before);
        }
    }
}
