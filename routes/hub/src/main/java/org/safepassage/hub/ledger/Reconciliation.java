package org.safepassage.hub.ledger;

import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Every arrival against its end, read from the ledger's rows. The rehearsal counts the same from outside.
public final class Reconciliation {
    private final JdbcClient jdbc;

    /// @param database the ledger's
    public Reconciliation(DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    /// The figures at one instant.
    ///
    /// @param arrivals listings that were admitted
    /// @param caseFiles case files
    /// @param versions their versions
    /// @param documentsDone exhibits that were read
    /// @param pagesDone pages that were read
    /// @param states how many standings are in each state
    /// @param byExchange the same for each exchange
    /// @param supplements how many supplements are in each state; the states of their case file versions count
    ///     them not
    /// @param readAgain rounds of reading held exhibits again that are under way
    /// @param held open holds by reason, arrivals and exhibits included
    /// @param heldExhibits those of them that hold an exhibit only
    /// @param unfinishedArrivals arrivals that are not yet acknowledged
    /// @param balanced nothing is under way, supplements included, and every version has a state in every
    ///     exchange it had at its arrival
    public record Figures(
            long arrivals,
            long caseFiles,
            long versions,
            long documentsDone,
            long pagesDone,
            Map<String, Long> states,
            Map<String, Map<String, Long>> byExchange,
            Map<String, Long> supplements,
            long readAgain,
            Map<String, Long> held,
            long heldExhibits,
            long unfinishedArrivals,
            boolean balanced) {}

    /// Counts.
    public Figures figures() {
        var states = new TreeMap<String, Long>();
        var byExchange = new TreeMap<String, Map<String, Long>>();
        jdbc.sql("select exchange, state, count(*) from exchange_state group by exchange, state")
                .query((row, n) -> {
                    states.merge(row.getString(2), row.getLong(3), Long::sum);
                    byExchange
                            .computeIfAbsent(row.getString(1), name -> new TreeMap<>())
                            .put(row.getString(2), row.getLong(3));
                    return 0;
                })
                .list();
        var supplements = new TreeMap<String, Long>();
        jdbc.sql("select state, count(*) from supplement_state group by state")
                .query((row, n) -> supplements.merge(row.getString(1), row.getLong(2), Long::sum))
                .list();
        long readAgain = count("select count(*) from rereading where state = 'under-way'");
        var held = new TreeMap<String, Long>();
        jdbc.sql("select reason, count(*) from hold where cleared_at is null group by reason union all "
                        + "select reason, count(*) from arrival where state = 'held' group by reason")
                .query((row, n) -> held.merge(row.getString(1), row.getLong(2), Long::sum))
                .list();
        long unfinished = count("select count(*) from arrival where state in ('listed','sealed')");
        long stateless = count("select count(*) from case_file_version v where not exists "
                + "(select 1 from exchange_state s where s.case_file = v.case_file and s.version = v.version)");
        return new Figures(
                count("select count(*) from arrival"),
                count("select count(*) from partner_case"),
                count("select count(*) from case_file_version"),
                count("select count(*) from exhibit where extraction_digest is not null"),
                count("select coalesce(sum(pages), 0) from exhibit"),
                states,
                byExchange,
                supplements,
                readAgain,
                held,
                count("select count(*) from hold where cleared_at is null and exhibit <> ''"),
                unfinished,
                unfinished == 0
                        && stateless == 0
                        && readAgain == 0
                        && !supplements.containsKey("under-way")
                        && !states.containsKey("under-way"));
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
