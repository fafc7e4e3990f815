package org.safepassage.hub.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Every case file version with its state in each exchange and the consignments it became.
public final class CaseFileList {
    private final JdbcClient jdbc;
    private final CaseFiles caseFiles;

    /// @param database the ledger's
    /// @param caseFiles opens the partner's own numbers
    public CaseFileList(DataSource database, CaseFiles caseFiles) {
        this.jdbc = JdbcClient.create(database);
        this.caseFiles = caseFiles;
    }

    /// One version.
    ///
    /// @param caseNumber the partner's own number, for operators of this hub only
    public record Line(String id, int version, String partner, String caseNumber, Map<String, Standing> exchanges) {}

    /// Where it stands in one exchange.
    ///
    /// @param consignments ids of what the recipient confirmed, supplements included
    /// @param supplements where each stands that adds to what went first
    public record Standing(String state, String step, List<String> consignments, List<Supplement> supplements) {}

    /// Where one supplement stands.
    public record Supplement(int number, String state, String step) {}

    /// All versions, oldest first.
    public List<Line> lines() {
        var consignments = new TreeMap<String, List<String>>();
        jdbc.sql("select id, case_file, version, exchange from consignment where receipt_at is not null")
                .query((row, n) -> consignments
                        .computeIfAbsent(
                                row.getString(2) + ".v" + row.getInt(3) + "@" + row.getString(4),
                                key -> new ArrayList<>())
                        .add(row.getString(1)))
                .list();
        var supplements = new TreeMap<String, List<Supplement>>();
        jdbc.sql(
                        "select case_file, version, exchange, supplement, state, step from supplement_state order by supplement")
                .query((row, n) -> supplements
                        .computeIfAbsent(
                                row.getString(1) + ".v" + row.getInt(2) + "@" + row.getString(3),
                                key -> new ArrayList<>())
                        .add(new Supplement(row.getInt(4), row.getString(5), row.getString(6))))
                .list();
        var lines = new LinkedHashMap<String, Line>();
        jdbc.sql(
                        "select v.case_file, v.version, v.partner, s.exchange, s.state, s.step from case_file_version v "
                                + "join exchange_state s on s.case_file = v.case_file and s.version = v.version order by v.arrived_at, v.case_file, v.version, s.exchange")
                .query((row, n) -> {
                    String id = row.getString(1) + ".v" + row.getInt(2);
                    var line = lines.get(id);
                    if (line == null) {
                        line = new Line(
                                id,
                                row.getInt(2),
                                row.getString(3),
                                caseFiles.caseNumber(row.getString(1)),
                                new TreeMap<>());
                        lines.put(id, line);
                    }
                    line.exchanges()
                            .put(
                                    row.getString(4),
                                    new Standing(
                                            row.getString(5),
                                            row.getString(6),
                                            consignments.getOrDefault(id + "@" + row.getString(4), List.of()),
                                            supplements.getOrDefault(id + "@" + row.getString(4), List.of())));
                    return id;
                })
                .list();
        return List.copyOf(lines.values());
    }
}
