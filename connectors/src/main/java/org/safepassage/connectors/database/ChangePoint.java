package org.safepassage.connectors.database;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.safepassage.connectors.DoorProblem;

/// A place in the order of changes: the change column's value and, among equal ones, the case number.
///
/// @param since value of the change column
/// @param after case number
record ChangePoint(Object since, String after) {
    /// What the change column holds.
    enum Type {
        TIMESTAMP,
        TIMESTAMP_WITH_ZONE,
        NUMBER
    }

    /// Before everything.
    static ChangePoint start(Type type) {
        var first = LocalDateTime.of(1000, 1, 1, 0, 0);
        return new ChangePoint(
                switch (type) {
                    case TIMESTAMP -> first;
                    case TIMESTAMP_WITH_ZONE -> first.atOffset(ZoneOffset.UTC);
                    case NUMBER -> BigDecimal.valueOf(Long.MIN_VALUE);
                },
                "");
    }

    /// Where to begin again: a little before the cursor, because rows that are committed late carry an earlier time.
    static ChangePoint before(String cursor, Type type, Duration overlap) throws DoorProblem {
        if (cursor.isEmpty()) {
            return start(type);
        }
        try {
            String since = cursor.substring(0, cursor.indexOf('|'));
            return new ChangePoint(
                    switch (type) {
                        case TIMESTAMP -> LocalDateTime.parse(since).minus(overlap);
                        case TIMESTAMP_WITH_ZONE -> OffsetDateTime.parse(since).minus(overlap);
                        case NUMBER -> new BigDecimal(since).subtract(BigDecimal.ONE);
                    },
                    "");
        } catch (RuntimeException unreadable) {
            throw new DoorProblem(
                    DoorProblem.Kind.CONFIGURATION,
                    "the cursor does not fit changeType; pull this partner again from the start");
        }
    }

    /// The place of a row whose first column is the case number and whose second is the change column.
    static ChangePoint of(ResultSet row, Type type) throws SQLException {
        Object since = switch (type) {
            case TIMESTAMP -> row.getObject(2, LocalDateTime.class);
            case TIMESTAMP_WITH_ZONE -> row.getObject(2, OffsetDateTime.class);
            case NUMBER -> row.getBigDecimal(2);
        };
        return new ChangePoint(since, row.getString(1));
    }

    /// As it is written down.
    String cursor() {
        return since + "|" + after;
    }
}
