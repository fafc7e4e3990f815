package org.safepassage.connectors.database;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.safepassage.connectors.peers.MariaDb;

/// The database source against MariaDB, with an account that may only read.
@Tag("slow")
class MariaDbCasesTest extends DatabaseCasesContract {
    @TempDir
    static Path folder;

    static MariaDb server;

    @BeforeAll
    static void startServer() {
        server = new MariaDb(folder);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Override
    Connection writing() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(port()), "owner", "owner-secret");
    }

    @Override
    void grant() throws SQLException {
        run("GRANT UPDATE (exported) ON cases.case_record TO hub@'%'");
    }

    @Override
    String jdbcUrl(int port) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/cases";
    }

    @Override
    String timestampType() {
        return "DATETIME(6)";
    }

    @Override
    String blobType() {
        return "LONGBLOB";
    }

    @Override
    protected int port() {
        return server.port();
    }

    @Test
    void aStatementThatTakesTooLongIsCancelled() throws Exception {
        // Given
        putCase("K-1", "one", Map.of());
        try (var door = door(Map.of(
                "parts.persons",
                "SELECT SLEEP(30) AS full_name FROM case_record WHERE case_number = :case",
                "statementSeconds",
                "1"))) {
            // When
            long before = System.nanoTime();
            var step = door.test().steps().getLast();
            // Then
            assertThat(step.passed()).isFalse();
            assertThat(step.nextAction()).isEqualTo(DoorProblem.Kind.TIMED_OUT.nextAction());
            assertThat(System.nanoTime() - before).isLessThan(20_000_000_000L);
        }
    }

    @Test
    void anAccountThatMayWriteCannotWriteWhileReading() throws Exception {
        // Given: a function that writes, in a statement that reads
        putCase("K-1", "one", Map.of());
        run(
                "DROP FUNCTION IF EXISTS forget",
                "CREATE FUNCTION forget() RETURNS INT BEGIN DELETE FROM person; RETURN 1; END");
        run("INSERT INTO person VALUES ('K-1', 'Invented Person')");
        String changing = "SELECT forget() AS full_name FROM case_record WHERE case_number = :case";
        try (var door = door(Map.of("user", "owner", "password", "owner-secret", "parts.persons", changing))) {
            // When
            var step = door.test().steps().getLast();
            // Then
            assertThat(step.passed()).isFalse();
            assertThat(step.detail()).contains("would change something");
        }
    }

    @Test
    void anAcknowledgementThatTheAccountMayNotMakeIsFoundOutWithoutMakingIt() throws Exception {
        // Given
        putCase("K-1", "one", Map.of());
        try (var door = door(Map.of("acknowledgeSql", "DELETE FROM case_record WHERE case_number = :case"))) {
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
