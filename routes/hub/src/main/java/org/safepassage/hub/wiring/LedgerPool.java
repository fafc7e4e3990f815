package org.safepassage.hub.wiring;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Connections to the ledger. The embedded database is compacted when the hub stops in order: H2 writes the compact
/// copy beside the file and renames it whole, so a kill meanwhile leaves the one or the other.
final class LedgerPool extends HikariDataSource {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerPool.class);

    private static final int CLOSED = 90121;

    private final boolean embedded;

    /// @param embedded whether the database lives in this process
    LedgerPool(boolean embedded) {
        this.embedded = embedded;
    }

    @Override
    public void close() {
        if (embedded && !isClosed()) compact();
        super.close();
    }

    private void compact() {
        try (var connection = getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SHUTDOWN COMPACT");
        } catch (SQLException failed) {
            if (failed.getErrorCode() == CLOSED) return; // the connection went with its database, as it should
            LOG.warn(
                    "the ledger was closed without being compacted; nothing is lost (SQL state {})",
                    failed.getSQLState());
        }
    }
}
