package org.safepassage.connectors.database;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;

/// Turns the rows of a case into the record: `{"case":{…},"persons":[…],…}` with column names in lower case. Times
/// are ISO 8601 text, bytes base64, JSON columns JSON.
///
/// @param parts statement by the part's name; the part `case` has one row
/// @param statementSeconds longest time for one statement
record CaseRows(Map<String, NamedSql> parts, int statementSeconds) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_ROWS = 100_000;
    private static final int LARGEST_RECORD = 64 << 20;

    /// Reads all parts of a case in one transaction.
    ///
    /// @throws DoorProblem of kind GONE when the case has no row any more
    ObjectNode read(Connection connection, String caseNumber) throws SQLException, IOException {
        ObjectNode root = JSON.createObjectNode();
        for (var part : parts.entrySet()) {
            ArrayNode rows = rows(connection, part.getValue(), caseNumber);
            if (!part.getKey().equals("case")) {
                root.set(part.getKey(), rows);
            } else if (rows.isEmpty()) {
                throw new DoorProblem(Kind.GONE, "a case has no row any more");
            } else if (rows.size() > 1) {
                throw new DoorProblem(Kind.CONFIGURATION, part.getValue().parameter() + " gives more than one row");
            } else {
                root.set("case", rows.get(0));
            }
        }
        return root;
    }

    private ArrayNode rows(Connection connection, NamedSql sql, String caseNumber) throws SQLException, IOException {
        ArrayNode rows = JSON.createArrayNode();
        long size = 0;
        try (var statement = connection.prepareStatement(sql.sql())) {
            statement.setQueryTimeout(statementSeconds);
            statement.setFetchSize(500);
            sql.bind(statement, Map.of("case", caseNumber));
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    ObjectNode row = row(result);
                    size += row.toString().length();
                    if (rows.size() >= MOST_ROWS || size > LARGEST_RECORD) {
                        throw new DoorProblem(
                                Kind.HOSTILE, "a case has more rows than a record can hold in " + sql.parameter());
                    }
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static ObjectNode row(ResultSet result) throws SQLException, IOException {
        ObjectNode row = JSON.createObjectNode();
        ResultSetMetaData columns = result.getMetaData();
        for (int index = 1; index <= columns.getColumnCount(); index++) {
            String name = columns.getColumnLabel(index).toLowerCase(Locale.ROOT);
            String type = columns.getColumnTypeName(index).toLowerCase(Locale.ROOT);
            row.set(name, value(result, index, type));
        }
        return row;
    }

    private static JsonNode value(ResultSet result, int index, String type) throws SQLException, IOException {
        if (type.startsWith("json")) {
            String json = result.getString(index);
            return json == null ? JSON.nullNode() : JSON.readTree(json);
        }
        return node(result.getObject(index), result, index);
    }

    private static JsonNode node(@Nullable Object value, ResultSet result, int index) throws SQLException {
        return switch (value) {
            case null -> JSON.nullNode();
            case Boolean flag -> JSON.getNodeFactory().booleanNode(flag);
            case Integer number -> JSON.getNodeFactory().numberNode(number);
            case Long number -> JSON.getNodeFactory().numberNode(number);
            case BigDecimal number -> DecimalNode.valueOf(number);
            case Number number -> JSON.getNodeFactory().numberNode(number.doubleValue());
            case java.sql.Timestamp time -> text(time.toLocalDateTime());
            case java.sql.Date date -> text(date.toLocalDate());
            case java.sql.Time time -> text(time.toLocalTime());
            case byte[] bytes -> text(Base64.getEncoder().encodeToString(bytes));
            case java.sql.Array array -> array(array);
            case java.sql.Clob clob -> text(clob.getSubString(1, (int) Math.min(clob.length(), LARGEST_RECORD)));
            case java.sql.Blob blob ->
                text(Base64.getEncoder()
                        .encodeToString(blob.getBytes(1, (int) Math.min(blob.length(), LARGEST_RECORD))));
            case String string -> text(string);
            default -> text(String.valueOf(result.getString(index)));
        };
    }

    private static JsonNode array(java.sql.Array array) throws SQLException {
        ArrayNode nodes = JSON.createArrayNode();
        if (array.getArray() instanceof Object[] values) {
            for (Object value : values) {
                nodes.add(value instanceof Number number ? JSON.valueToTree(number) : text(String.valueOf(value)));
            }
        }
        return nodes;
    }

    private static JsonNode text(Object value) {
        return JSON.getNodeFactory().textNode(value.toString());
    }

    /// What a fingerprint is made of: every row, in an order that does not depend on the database's mood.
    static List<String> facts(ObjectNode root) {
        var facts = new ArrayList<String>();
        root.properties().forEach(part -> {
            facts.add(part.getKey());
            var rows = new ArrayList<String>();
            if (part.getValue().isArray()) {
                part.getValue().forEach(row -> rows.add(row.toString()));
            } else {
                rows.add(part.getValue().toString());
            }
            rows.sort(null);
            facts.addAll(rows);
        });
        return facts;
    }
}
