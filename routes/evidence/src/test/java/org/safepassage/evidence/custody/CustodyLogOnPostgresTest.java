package org.safepassage.evidence.custody;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;

@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustodyLogOnPostgresTest implements CustodyLogContract {
    private final AtomicInteger databases = new AtomicInteger();
    private final EmbeddedPostgres postgres;

    CustodyLogOnPostgresTest() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    void stop() throws IOException {
        postgres.close();
    }

    @Override
    public DataSource emptyDatabase() throws SQLException {
        String name = "custody" + databases.incrementAndGet();
        try (Connection db = postgres.getPostgresDatabase().getConnection();
                Statement create = db.createStatement()) {
            create.execute("CREATE DATABASE " + name);
        }
        return SampleDatabase.withTables(postgres.getDatabase("postgres", name));
    }
}
