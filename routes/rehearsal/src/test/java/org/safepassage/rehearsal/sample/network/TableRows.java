package org.safepassage.rehearsal.sample.network;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.h2.tools.RunScript;

/// One case of a database script as JSON: `case_record` and the rows of every other table, columns in lower case.
final class TableRows {
    static final List<String> TABLES =
            List.of("person", "person_name", "identifier", "event", "statement", "examination", "consent", "exhibit");

    private TableRows() {}

    static ObjectNode of(Path script, String caseNumber) throws IOException, SQLException {
        try (Connection database = open();
                var reader = Files.newBufferedReader(script, StandardCharsets.UTF_8)) {
            RunScript.execute(database, reader);
            ObjectNode root = new ObjectMapper().createObjectNode();
            root.set("case", rows(database, "case_record", caseNumber).get(0));
            for (String table : TABLES) {
                root.set(table, rows(database, table, caseNumber));
            }
            return root;
        }
    }

    static Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:h2:mem:;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE", "sa", "");
    }

    private static ArrayNode rows(Connection database, String table, String caseNumber) throws SQLException {
        ArrayNode rows = new ObjectMapper().createArrayNode();
        String order = table.equals("case_record") || table.equals("person")
                ? ""
                : " ORDER BY " + table.replace("person_name", "name") + "_no";
        try (var asked = database.prepareStatement("SELECT * FROM " + table + " WHERE case_number = ?" + order)) {
            asked.setString(1, caseNumber);
            try (ResultSet found = asked.executeQuery()) {
                while (found.next()) {
                    ObjectNode row = rows.addObject();
                    for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                        put(row, found.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT), found.getObject(i));
                    }
                }
            }
        }
        return rows;
    }

    private static void put(ObjectNode row, String column, @org.jspecify.annotations.Nullable Object value) {
        switch (value) {
            case null -> row.putNull(column);
            case Integer number -> row.put(column, number);
            case Boolean truth -> row.put(column, truth);
            default -> row.put(column, value.toString());
        }
    }
}
