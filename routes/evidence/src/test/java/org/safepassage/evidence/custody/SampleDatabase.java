package org.safepassage.evidence.custody;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/// Real databases with the room's tables in them.
final class SampleDatabase {
    /// What the hub must use: what another transaction has committed is seen by a query that is asked again.
    static final String FRESH = ";OPTIMIZE_REUSE_RESULTS=FALSE";

    /// What the hub must use: a commit is in the operating system's hands before it returns.
    static final String DURABLE = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000" + FRESH;

    /// Beside it, where a test has no pool: the database stays open between two connections.
    static final String STAYS_OPEN = DURABLE + ";DB_CLOSE_DELAY=-1";

    private SampleDatabase() {}

    static DataSource inMemory() throws SQLException {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1" + FRESH);
        database.setUser("sa");
        return withTables(database);
    }

    static DataSource h2(Path file, String options) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:file:" + file.toAbsolutePath() + options);
        database.setUser("sa");
        return database;
    }

    static DataSource withTables(DataSource database) throws SQLException {
        try (Connection db = database.getConnection();
                Statement statement = db.createStatement()) {
            statement.execute(schema());
        }
        return database;
    }

    private static String schema() {
        try (InputStream in = CustodyLog.class.getResourceAsStream("schema.sql")) {
            if (in == null) {
                throw new IllegalStateException("schema.sql is not beside CustodyLog");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
