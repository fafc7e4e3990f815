package org.safepassage.hub.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The rows in which a parcel stands, whatever its attempt: those of the version in one exchange or in all that
/// share a step, those of a supplement, or that of a round of reading again. All three tables have the columns
/// state, step, attempt and since.
///
/// @param table its name
/// @param where the condition, with a question mark for each of `keys`
record Rows(String table, String where, List<Object> keys) {
    static Rows of(Parcel parcel) {
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
        return new Rows(table(parcel), where.toString(), List.copyOf(keys));
    }

    private static String table(Parcel parcel) {
        if (!parcel.follows()) return "exchange_state";
        return parcel.exchange().isEmpty() ? "rereading" : "supplement_state";
    }

    /// The keys with further parameters before and after them.
    List<Object> params(List<Object> before, Object... after) {
        var all = new ArrayList<>(before);
        all.addAll(keys);
        Collections.addAll(all, after);
        return all;
    }
}
