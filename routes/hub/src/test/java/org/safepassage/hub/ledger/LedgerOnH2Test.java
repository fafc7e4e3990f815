package org.safepassage.hub.ledger;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

class LedgerOnH2Test extends LedgerContract {
    @Override
    DataSource database() {
        return JdbcConnectionPool.create(
                "jdbc:h2:mem:" + java.util.UUID.randomUUID()
                        + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000;OPTIMIZE_REUSE_RESULTS=FALSE",
                "sa",
                "");
    }
}
