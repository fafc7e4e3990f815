package org.safepassage.hub.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.safepassage.evidence.custody.CustodyLog;

/// Migration 2: the custody log's own tables, as its room defines them. The class name is what Flyway reads the version
/// from, so it is given by a subclass in the migrations' package style.
public abstract class CustodyTables extends BaseJavaMigration {
    @Override
    public void migrate(Context context) throws Exception {
        try (var in = CustodyLog.class.getResourceAsStream("schema.sql");
                var statement = context.getConnection().createStatement()) {
            if (in == null) throw new IOException("the custody log's schema is missing from the class path");
            String script = new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
            for (String sql : script.split(";")) {
                if (!sql.isBlank()) statement.execute(sql);
            }
        }
    }

    /// Version 2.
    public static final class V2__Custody extends CustodyTables {}
}
