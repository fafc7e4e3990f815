package org.safepassage.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerPoolTest {
    private static final int ROWS = 4_000;

    @TempDir
    Path folder = Path.of("");

    @Test
    void anOrderlyStopGivesRoomBackAndKeepsEveryRow() throws Exception {
        // Given
        var pool = filled(folder);
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("delete from t where id >= 100");
            statement.execute("CHECKPOINT SYNC");
        }
        long before = Files.size(file());

        // When
        pool.close();

        // Then
        assertThat(Files.size(file())).isLessThan(before / 4);
        assertThat(rows()).isEqualTo(100);
    }

    /// The kill comes when the compact copy has begun to be written, or a little later.
    @ParameterizedTest
    @ValueSource(ints = {0, 3, 10, 30, 100})
    @Tag("slow")
    void aKillWhileTheLedgerIsCompactedLosesNothing(int millis) throws Exception {
        // Given
        var child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Compacting.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var out = child.inputReader()) {
            assertThat(out.readLine()).isEqualTo("closing");
        }

        // When
        Thread.sleep(millis);
        child.destroyForcibly().waitFor(30, TimeUnit.SECONDS);

        // Then
        assertThat(rows()).isEqualTo(ROWS);
    }

    /// Fills a ledger, says so and closes it.
    static final class Compacting {
        public static void main(String[] arguments) throws Exception {
            var pool = filled(Path.of(arguments[0]));
            var out = new java.io.PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true);
            out.println("closing");
            pool.close();
        }
    }

    private static LedgerPool filled(Path folder) throws SQLException {
        var pool = new LedgerPool(true);
        pool.setJdbcUrl(url(folder) + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
        pool.setUsername("sa");
        pool.setPassword("");
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table t (id int primary key, words varchar(1000))");
            statement.execute("insert into t select x, repeat(cast(rand() as varchar), 40) from system_range(0, "
                    + (ROWS - 1) + ")");
        }
        return pool;
    }

    private int rows() throws SQLException {
        try (var connection = DriverManager.getConnection(url(folder), "sa", "");
                var statement = connection.createStatement();
                var found = statement.executeQuery("select count(*), count(words) from t")) {
            found.next();
            assertThat(found.getInt(1)).isEqualTo(found.getInt(2));
            return found.getInt(1);
        }
    }

    private Path file() throws IOException {
        return folder.resolve("ledger.mv.db");
    }

    private static String url(Path folder) {
        return "jdbc:h2:file:" + folder.resolve("ledger").toAbsolutePath();
    }
}
