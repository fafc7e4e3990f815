package org.safepassage.evidence.custody;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;

class CustodyLogOnH2Test implements CustodyLogContract {
    @TempDir
    Path dir;

    @Override
    public DataSource emptyDatabase() throws SQLException {
        return SampleDatabase.withTables(
                SampleDatabase.h2(dir.resolve(UUID.randomUUID().toString()), SampleDatabase.STAYS_OPEN));
    }
}
