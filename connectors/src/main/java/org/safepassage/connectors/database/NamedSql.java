package org.safepassage.connectors.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Parameters;

/// A statement an operator wrote, with `:name` for values. Values are always bound, never written into the text.
///
/// @param parameter where it was configured, for messages
/// @param sql with `?` in place of the names
/// @param names in the order of the `?`
record NamedSql(String parameter, String sql, List<String> names) {
    NamedSql {
        names = List.copyOf(names);
    }

    /// Reads a query: one SELECT (or WITH … SELECT), nothing after it.
    static NamedSql query(Parameters parameters, String parameter, String text, Set<String> allowed)
            throws DoorProblem {
        NamedSql read = parse(parameters, parameter, text, allowed);
        if (!read.sql().matches("(?is)\\s*(select|with)\\b.*")) {
            throw parameters.refused(parameter, "must be a SELECT");
        }
        return read;
    }

    /// Reads any single statement.
    static NamedSql parse(Parameters parameters, String parameter, String text, Set<String> allowed)
            throws DoorProblem {
        var sql = new StringBuilder();
        var names = new ArrayList<String>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int next = at + 1;
            if (c == '\'' || c == '"') {
                int end = text.indexOf(c, at + 1);
                next = end < 0 ? text.length() : end + 1;
                sql.append(text, at, next);
            } else if (c == ';' && !text.substring(at + 1).isBlank()) {
                throw parameters.refused(parameter, "must be one statement");
            } else if (c == '?' || text.startsWith("--", at) || text.startsWith("/*", at)) {
                throw parameters.refused(parameter, "must not hold ? or comments; values are written :name");
            } else if (text.startsWith("::", at)) {
                next = at + 2;
                sql.append("::");
            } else if (c == ':' && next < text.length() && Character.isLetter(text.charAt(next))) {
                while (next < text.length() && Character.isLetterOrDigit(text.charAt(next))) {
                    next++;
                }
                names.add(text.substring(at + 1, next));
                sql.append('?');
            } else if (c != ';') {
                sql.append(c);
            }
            at = next;
        }
        for (String name : names) {
            if (!allowed.contains(name)) {
                throw parameters.refused(
                        parameter, "knows no value :" + name + ", only :" + String.join(", :", allowed));
            }
        }
        return new NamedSql(parameter, sql.toString().strip(), names);
    }

    /// Binds the values.
    void bind(PreparedStatement statement, Map<String, Object> values) throws SQLException {
        for (int index = 0; index < names.size(); index++) {
            statement.setObject(index + 1, values.get(names.get(index)));
        }
    }
}
