package org.safepassage.rehearsal.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CaseDatabaseTest {
    @TempDir
    Path folder;

    @Test
    void theHubsUserReadsAndMarksRowsButOwnsNothing() throws Exception {
        // Given
        var script = script("CREATE TABLE case_record(id INT PRIMARY KEY, title VARCHAR(90), pulled TIMESTAMP);"
                + "INSERT INTO case_record(id, title) VALUES (1, 'Ціхая справа');");

        try (var database = CaseDatabase.start(script, Credentials.random("hub"));
                var client = connect(database, database.credentials().password());
                var statement = client.createStatement()) {
            // When
            int marked = statement.executeUpdate("UPDATE case_record SET pulled = CURRENT_TIMESTAMP WHERE id = 1");

            // Then
            assertThat(marked).isOne();
            assertThat(title(client, 1)).isEqualTo("Ціхая справа");
            assertThatThrownBy(() -> statement.execute("DROP TABLE case_record"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> statement.execute("DELETE FROM case_record"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void anUpdateByThePartnerIsSeenByAClientThatIsConnected() throws Exception {
        // Given
        var script = script("CREATE TABLE case_record(id INT PRIMARY KEY, title VARCHAR(90));"
                + "INSERT INTO case_record VALUES (1, 'first');");
        var update = folder.resolve("update.sql");
        Files.writeString(update, "UPDATE case_record SET title = 'second' WHERE id = 1;", StandardCharsets.UTF_8);

        try (var database = CaseDatabase.start(script, Credentials.random("hub"));
                var client = connect(database, database.credentials().password())) {
            // When
            database.apply(update);

            // Then
            assertThat(title(client, 1)).isEqualTo("second");
        }
    }

    @Test
    void aWrongPasswordIsRefused() throws Exception {
        // Given
        var script = script("CREATE TABLE case_record(id INT PRIMARY KEY);");

        // When, Then
        try (var database = CaseDatabase.start(script, Credentials.random("hub"))) {
            assertThatThrownBy(() -> connect(database, "guess").close()).isInstanceOf(SQLException.class);
        }
    }

    private Path script(String sql) throws Exception {
        return Files.writeString(folder.resolve("database.sql"), sql, StandardCharsets.UTF_8);
    }

    private static Connection connect(CaseDatabase database, String password) throws SQLException {
        return DriverManager.getConnection(database.url(), "hub", password);
    }

    private static String title(Connection client, int id) throws SQLException {
        try (var statement = client.prepareStatement("SELECT title FROM case_record WHERE id = ?")) {
            statement.setInt(1, id);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
