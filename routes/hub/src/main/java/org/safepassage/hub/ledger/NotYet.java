package org.safepassage.hub.ledger;

import java.util.List;
import javax.sql.DataSource;
import org.safepassage.schemas.CaseFileVersion;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Case files that an exchange has not begun with: those that came before it, and those whose first message a crash has
/// lost.
public final class NotYet {
    private final JdbcClient jdbc;

    /// @param database the ledger's
    public NotYet(DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    /// Of each case file of a partner the newest version, when the exchange has decided nothing about it.
    public List<CaseFileVersion> begunBy(String exchange, String partner) {
        return jdbc.sql("select v.case_file, v.version from case_file_version v where v.partner = ? and v.version = "
                        + "(select max(n.version) from case_file_version n where n.case_file = v.case_file) "
                        + "and not exists (select 1 from exchange_state s where s.case_file = v.case_file "
                        + "and s.version = v.version and s.exchange = ? and s.state <> 'under-way') "
                        + "and not exists (select 1 from step_done d where d.case_file = v.case_file "
                        + "and d.version = v.version and d.exchange = ? and d.step = 'decide') "
                        + "order by v.arrived_at, v.case_file")
                .params(partner, exchange, exchange)
                .query((row, n) -> new CaseFileVersion(row.getString(1), row.getInt(2)))
                .list();
    }
}
