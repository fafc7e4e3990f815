package org.safepassage.hub.pipeline;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/// Tells whether a failure means that the ledger's database is not there just now. Then nothing can be held either, so
/// messages stay on their queues until it is back.
final class LedgerAway {
    /// SQLSTATE classes: connection (08), resources (53), operator intervention (57), system error (58). H2 tells of a
    /// closed database in its own class.
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

    private static final int H2_IS_CLOSED = 90121;
    private static final int H2_WAS_CLOSED = 90098;

    private LedgerAway() {}

    static boolean is(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && is(sql)) return true;
        }
        return false;
    }

    private static boolean is(SQLException sql) {
        String state = sql.getSQLState();
        return sql instanceof SQLTransientConnectionException
                || sql instanceof SQLNonTransientConnectionException
                || sql instanceof SQLRecoverableException
                || sql.getErrorCode() == H2_IS_CLOSED
                || sql.getErrorCode() == H2_WAS_CLOSED
                || (state != null && state.length() == 5 && CLASSES.contains(state.substring(0, 2)));
    }
}
