package org.safepassage.hub.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows in which a parcel stands, whatever its attempt: those of the version in one exchange or in all that
/// share a step, those of a supplement, or that of a round of reading again. All three tables have the columns
/// state, step, attempt and since.
///
/// @param table its name
/// @param where the condition, with a question mark for each of `keys`
record Rows(JdbcClient jdbc, String table, String where, List<Object> keys) {
    static Rows of(JdbcClient jdbc, Parcel parcel) {
        var where = new StringBuilder("case_file = ? and version = ?");
        var keys = new ArrayList<Object>(
                List.of(parcel.caseFile().caseFile(), parcel.caseFile().version()));
        if (parcel.follows()) {
            where.append(" and supplement = ?");
            keys.add(parcel.supplement());
        }
        if (!parcel.exchange().isEmpty()) {
            where.append(" and exchange = ?");
            keys.add(parcel.exchange());
        }
        return new Rows(jdbc, table(parcel), where.toString(), List.copyOf(keys));
    }

    private static String table(Parcel parcel) {
        if (!parcel.follows()) return "exchange_state";
        return parcel.exchange().isEmpty() ? "rereading" : "supplement_state";
    }

    /// Changes those of the rows that fulfil a condition.
    ///
    /// @param set assignments, with a question mark for each of `values`
    /// @return how many
    int update(String set, List<Object> values, String condition) {
        return jdbc.sql("update " + table + " set " + set + " where " + where + " and (" + condition + ")")
                .params(and(values, keys))
                .update();
    }

    /// Whether one of the rows fulfils a condition, with a question mark for each of `values`.
    boolean any(String condition, Object... values) {
        return jdbc.sql("select count(*) from " + table + " where " + where + " and " + condition)
                        .params(and(keys, List.of(values)))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /// The newest attempt among the rows, if there are any.
    Optional<Integer> lastAttempt() {
        return jdbc.sql("select max(attempt) from " + table + " where " + where)
                .params(keys)
                .query(Integer.class)
                .optional();
    }

    /// The different attempts among those of the rows that fulfil a condition, in order.
    List<Integer> attempts(String condition) {
        return jdbc.sql("select distinct attempt from " + table + " where " + where + " and " + condition
                        + " order by attempt")
                .params(keys)
                .query(Integer.class)
                .list();
    }

    private static List<Object> and(List<Object> first, List<Object> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
