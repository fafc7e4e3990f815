package org.safepassage.connectors.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.safepassage.connectors.Arrival;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.DoorReport;
import org.safepassage.connectors.ItemReader;
import org.safepassage.connectors.PartnerDoor;
import org.safepassage.connectors.database.CaseSnapshots.Snapshot;
import org.safepassage.connectors.plumbing.StepByStep;

/// Case files from a relational database, with exhibits as files whose paths stand in rows.
///
/// Changed cases are found by keyset paging on a change column, from a little before the cursor, so that
/// neither rows with equal times nor rows committed late are left out. What comes again is known by its
/// fingerprint, which is made of all rows and files of the case.
final class DatabaseCases implements PartnerDoor {
    /// What the partner's tables look like.
    ///
    /// @param changes gives case number and change column, ordered by change column and case number
    /// @param changeType of the change column
    /// @param overlap how far before the cursor to begin
    /// @param pageSize rows asked for at once
    /// @param snapshots gives a case's record and exhibits
    /// @param acknowledge statement run after sealing
    record Shape(
            NamedSql changes,
            ChangePoint.Type changeType,
            Duration overlap,
            int pageSize,
            CaseSnapshots snapshots,
            Optional<NamedSql> acknowledge) {}

    private final DatabaseLine line;
    private final Shape shape;

    DatabaseCases(DatabaseLine line, Shape shape) {
        this.line = line;
        this.shape = shape;
    }

    @Override
    public Stream<Arrival> changes(String cursor) throws IOException {
        var points = new ChangedCases(
                ChangePoint.before(cursor, shape.changeType(), shape.overlap()), shape.pageSize(), this::page);
        points.ask();
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(points, Spliterator.ORDERED), false)
                .flatMap(point -> arrival(point).stream());
    }

    private List<ChangePoint> page(ChangePoint after, int limit) throws DoorProblem {
        return line.ask("changesSql", connection -> {
            try (var statement = connection.prepareStatement(shape.changes().sql())) {
                statement.setQueryTimeout(line.login().statementSeconds());
                shape.changes().bind(statement, Map.of("since", after.since(), "after", after.after(), "limit", limit));
                var page = new ArrayList<ChangePoint>();
                try (ResultSet result = statement.executeQuery()) {
                    while (result.next()) {
                        page.add(ChangePoint.of(result, shape.changeType()));
                    }
                }
                return page;
            }
        });
    }

    private Optional<Arrival> arrival(ChangePoint point) {
        try {
            Snapshot snapshot = snapshot(point.after());
            return Optional.of(new Arrival(
                    point.after(), point.after(), snapshot.fingerprint(), point.cursor(), snapshot.items()));
        } catch (DoorProblem problem) {
            if (problem.kind() == Kind.GONE) {
                return Optional.empty();
            }
            throw new UncheckedIOException(problem);
        }
    }

    private Snapshot snapshot(String caseNumber) throws DoorProblem {
        return shape.snapshots().of(line, caseNumber);
    }

    @Override
    public void read(Arrival arrival, ItemReader reader) throws IOException {
        shape.snapshots().read(line, arrival.place(), unchanged(arrival), reader);
        unchanged(arrival);
    }

    private Snapshot unchanged(Arrival arrival) throws DoorProblem {
        Snapshot snapshot = snapshot(arrival.place());
        if (!snapshot.fingerprint().equals(arrival.fingerprint())) {
            throw new DoorProblem(Kind.CHANGED, "a case changed since it was listed");
        }
        return snapshot;
    }

    @Override
    public void acknowledge(Arrival arrival) throws IOException {
        if (shape.acknowledge().isEmpty()) {
            return;
        }
        try {
            unchanged(arrival);
        } catch (DoorProblem problem) {
            if (problem.kind() == Kind.CHANGED || problem.kind() == Kind.GONE) {
                return;
            }
            throw problem;
        }
        line.change(
                "acknowledgeSql",
                connection -> update(connection, shape.acknowledge().get(), arrival));
    }

    private int update(Connection connection, NamedSql sql, Arrival arrival) throws SQLException {
        try (var statement = connection.prepareStatement(sql.sql())) {
            statement.setQueryTimeout(line.login().statementSeconds());
            sql.bind(statement, Map.of("case", arrival.place()));
            return statement.executeUpdate();
        }
    }

    @Override
    public DoorReport test() {
        line.drop();
        return new StepByStep()
                .then("resolve", line::resolve)
                .then("connect", line::tryConnecting)
                .then("authenticate", () -> {
                    line.ask("user", connection -> connection.isValid(5));
                    return "logged in as " + line.login().user();
                })
                .then("list", () -> {
                    var first = page(ChangePoint.start(shape.changeType()), 1);
                    if (!first.isEmpty()) {
                        snapshot(first.getFirst().after());
                    }
                    return first.isEmpty() ? "there is no case yet" : "changesSql and all parts answer";
                })
                .then("files", () -> {
                    Optional<ExhibitStore> store = shape.snapshots().store();
                    return store.isPresent() ? store.get().test() : "no exhibits are read";
                })
                .then("acknowledge", this::testAcknowledging)
                .report();
    }

    /// PostgreSQL, MariaDB and H2 look for tables and rights when they explain a statement, and do not run
    /// it.
    private String testAcknowledging() throws DoorProblem {
        Optional<NamedSql> sql = shape.acknowledge();
        if (sql.isEmpty()) {
            return "nothing is changed at the partner";
        }
        if (!sql.get().sql().matches("(?is)\\s*(insert|update|delete|merge)\\b.*")) {
            return "acknowledgeSql cannot be tried without running it; the first acknowledgement shows it";
        }
        line.explain("acknowledgeSql", connection -> {
            try (var statement =
                    connection.prepareStatement("EXPLAIN " + sql.get().sql())) {
                statement.setQueryTimeout(line.login().statementSeconds());
                sql.get().bind(statement, Map.of("case", ""));
                statement.execute();
                return true;
            }
        });
        return "the database can run acknowledgeSql for this account; it was explained, not run";
    }

    @Override
    public void close() {
        line.close();
    }
}
