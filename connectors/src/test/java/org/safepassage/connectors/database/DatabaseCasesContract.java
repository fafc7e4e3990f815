package org.safepassage.connectors.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.connectors.Arrival;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorReport;
import org.safepassage.connectors.Doors;
import org.safepassage.connectors.Item;
import org.safepassage.connectors.PartnerDoor;
import org.safepassage.connectors.PartnerDoorContract;
import org.safepassage.connectors.Taken;
import org.safepassage.connectors.peers.Peer;

/// The partner door's contract for a database, and what is particular to one. The server knows the account
/// `hub` with the password `right-secret`.
abstract class DatabaseCasesContract extends PartnerDoorContract {
    static final LocalDateTime START = LocalDateTime.of(2026, 1, 1, 12, 0, 0, 123_456_000);

    @TempDir
    Path files;

    private final AtomicLong ticks = new AtomicLong();

    /// A connection that may write.
    abstract Connection writing() throws SQLException;

    abstract String jdbcUrl(int port);

    @Override
    protected Map<String, String> nobodyThere() {
        return Map.of("jdbcUrl", jdbcUrl(Peer.freePort()));
    }

    @BeforeEach
    void makeTables() throws SQLException {
        run(
                "DROP TABLE IF EXISTS picture",
                "DROP TABLE IF EXISTS exhibit",
                "DROP TABLE IF EXISTS person",
                "DROP TABLE IF EXISTS case_record");
        run(
                "CREATE TABLE case_record (case_number VARCHAR(40) PRIMARY KEY, title VARCHAR(200),"
                        + " opened DATE, weight NUMERIC(5,2), closed BOOLEAN, changed_at " + timestampType()
                        + " NOT NULL,"
                        + " exported BOOLEAN DEFAULT FALSE)",
                "CREATE TABLE person (case_number VARCHAR(40), full_name VARCHAR(200))",
                "CREATE TABLE exhibit (case_number VARCHAR(40), path VARCHAR(400))",
                "CREATE TABLE picture (case_number VARCHAR(40), path VARCHAR(400), content " + blobType() + ")");
        grant();
    }

    /// What holds a time with microseconds.
    String timestampType() {
        return "TIMESTAMP";
    }

    /// What holds bytes.
    String blobType() {
        return "BLOB";
    }

    /// A door to exhibits in a column.
    private PartnerDoor doorToColumn() throws IOException {
        return door(Map.of(
                "parts.exhibits",
                "SELECT path, OCTET_LENGTH(content) AS size FROM picture WHERE case_number = :case",
                "filesRoot",
                "",
                "blobSql",
                "SELECT SUBSTRING(content FROM :from FOR :length) FROM picture"
                        + " WHERE case_number = :case AND path = :path"));
    }

    private void putPicture(String number, String path, byte @Nullable [] content) throws SQLException {
        try (var connection = writing();
                var row = connection.prepareStatement("INSERT INTO picture VALUES (?, ?, ?)")) {
            row.setString(1, number);
            row.setString(2, path);
            row.setBytes(3, content);
            row.execute();
        }
    }

    @Test
    void exhibitsInAColumnComeByteForByteInPieces() throws Exception {
        // Given: one that takes several pieces, one of exactly one, an empty one, and one that is not there
        putRow("K-1", "one", START, List.of());
        byte[] large = new byte[(5 << 20) + 7];
        byte[] even = new byte[1 << 20];
        new Random(4).nextBytes(large);
        new Random(5).nextBytes(even);
        putPicture("K-1", "large.jpg", large);
        putPicture("K-1", "даведка ? 'x'.png", even);
        putPicture("K-1", "empty.bin", new byte[0]);
        putPicture("K-1", "gone.jpg", null);
        putPicture("K-2", "large.jpg", text("of another case"));
        try (var door = doorToColumn()) {
            // When
            var taken = Taken.from(door, list(door, "").getFirst());
            // Then
            assertThat(taken.bytes).hasSize(4);
            assertThat(taken.bytes.get("large.jpg")).isEqualTo(large);
            assertThat(taken.bytes.get("даведка ? 'x'.png")).isEqualTo(even);
            assertThat(taken.bytes.get("empty.bin")).isEmpty();
            assertThat(taken.absent)
                    .singleElement()
                    .satisfies(item -> assertThat(item.presence()).isEqualTo(Item.Presence.MISSING));
            assertThat(new String(taken.jsonRecord(), StandardCharsets.UTF_8)).doesNotContain("content");
            assertThat(door.test().steps()).allMatch(DoorReport.Step::passed);
        }
    }

    @Test
    void aColumnThatChangesBetweenListingAndReadingChangesItsCase() throws Exception {
        // Given
        putRow("K-1", "one", START, List.of());
        putPicture("K-1", "a.jpg", text("first"));
        try (var door = doorToColumn()) {
            var arrival = list(door, "").getFirst();
            run("DELETE FROM picture");
            putPicture("K-1", "a.jpg", text("another size"));
            // When, then
            assertThatThrownBy(() -> Taken.from(door, arrival))
                    .isInstanceOfSatisfying(
                            DoorProblem.class, told -> assertThat(told.kind()).isEqualTo(DoorProblem.Kind.CHANGED));
            assertThat(list(door, "").getFirst().fingerprint()).isNotEqualTo(arrival.fingerprint());
        }
    }

    @Test
    void filesAndAColumnAtOnceAreRefused() {
        assertThatThrownBy(() -> door(Map.of("blobSql", "SELECT content FROM picture WHERE path = :path")))
                .hasMessageContaining("one of the two");
        assertThatThrownBy(() -> door(Map.of("filesRoot", ""))).hasMessageContaining("one of the two");
    }

    /// Gives the door's account the right that acknowledging needs.
    void grant() throws SQLException {}

    void run(String... statements) throws SQLException {
        try (var connection = writing();
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    protected PartnerDoor door(Map<String, String> otherwise) throws IOException {
        var parameters = new HashMap<String, String>();
        parameters.put("jdbcUrl", jdbcUrl(port()));
        parameters.put("user", "hub");
        parameters.put("password", "right-secret");
        parameters.put(
                "changesSql",
                "SELECT case_number, changed_at FROM case_record WHERE changed_at > :since"
                        + " OR (changed_at = :since AND case_number > :after)"
                        + " ORDER BY changed_at, case_number FETCH FIRST :limit ROWS ONLY");
        parameters.put(
                "parts.case",
                "SELECT case_number, title, opened, weight, closed, changed_at FROM case_record"
                        + " WHERE case_number = :case");
        parameters.put("parts.persons", "SELECT full_name FROM person WHERE case_number = :case");
        parameters.put("parts.exhibits", "SELECT path FROM exhibit WHERE case_number = :case");
        parameters.put("exhibitsPart", "exhibits");
        parameters.put("filesRoot", files.toString());
        parameters.put("acknowledgeSql", "UPDATE case_record SET exported = TRUE WHERE case_number = :case");
        parameters.putAll(otherwise);
        return Doors.openPartner("sp-database-cases-source", parameters);
    }

    @Override
    protected void putCase(String number, String title, Map<String, byte[]> exhibits) throws Exception {
        for (var exhibit : exhibits.entrySet()) {
            Path file = files.resolve(exhibit.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, exhibit.getValue());
        }
        putRow(number, title, START.plusSeconds(ticks.incrementAndGet()), exhibits.keySet());
    }

    void putRow(String number, String title, LocalDateTime changed, Iterable<String> paths) throws SQLException {
        try (var connection = writing();
                var delete = connection.prepareStatement("DELETE FROM case_record WHERE case_number = ?");
                var deletePaths = connection.prepareStatement("DELETE FROM exhibit WHERE case_number = ?");
                var row = connection.prepareStatement(
                        "INSERT INTO case_record VALUES (?, ?, DATE '2025-12-31', 1.50, TRUE, ?, FALSE)");
                var path = connection.prepareStatement("INSERT INTO exhibit VALUES (?, ?)")) {
            delete.setString(1, number);
            delete.execute();
            deletePaths.setString(1, number);
            deletePaths.execute();
            row.setString(1, number);
            row.setString(2, title);
            row.setTimestamp(3, Timestamp.valueOf(changed));
            row.execute();
            for (String each : paths) {
                path.setString(1, number);
                path.setString(2, each);
                path.execute();
            }
        }
    }

    @Override
    protected void putManyCases(int count) throws Exception {
        try (var connection = writing();
                var row = connection.prepareStatement(
                        "INSERT INTO case_record VALUES (?, 'one of many', NULL, NULL, NULL, ?, FALSE)")) {
            for (int number = 0; number < count; number++) {
                row.setString(1, "K-" + number);
                row.setTimestamp(2, Timestamp.valueOf(START.plusSeconds(number)));
                row.addBatch();
            }
            row.executeBatch();
        }
    }

    @Override
    protected Map<String, String> wrongPassword() {
        return Map.of("password", "wrong-secret");
    }

    @Override
    protected Map<String, String> through(int port) {
        return Map.of("jdbcUrl", jdbcUrl(port));
    }

    @Override
    protected boolean acknowledgingEmptiesTheListing() {
        return false;
    }

    @Override
    protected long bytesBeforeTheCut() {
        return 100;
    }

    @Test
    void rowsBecomeTheRecord() throws Exception {
        // Given
        putCase("K-1", "Справа «пра» ёлку", Map.of());
        run("INSERT INTO person VALUES ('K-1', 'Invented Person'), ('K-1', NULL)");
        try (var door = door(Map.of())) {
            // When
            var json = new String(Taken.from(door, list(door, "").getFirst()).jsonRecord(), StandardCharsets.UTF_8);
            // Then
            assertThat(json)
                    .isEqualTo("{\"case\":{\"case_number\":\"K-1\",\"title\":\"Справа «пра» ёлку\","
                            + "\"opened\":\"2025-12-31\",\"weight\":1.50,\"closed\":true,"
                            + "\"changed_at\":\"2026-01-01T12:00:01.123456\"},"
                            + "\"exhibits\":[],"
                            + "\"persons\":[{\"full_name\":\"Invented Person\"},{\"full_name\":null}]}");
        }
    }

    @Test
    void rowsWithEqualTimesAreNotSkippedByPaging() throws Exception {
        // Given
        for (int number = 0; number < 25; number++) {
            putRow("K-" + (100 + number), "same instant", START, List.of());
        }
        try (var door = door(Map.of("pageSize", "4"))) {
            // When
            var arrivals = list(door, "");
            // Then
            assertThat(arrivals)
                    .extracting(Arrival::key)
                    .doesNotHaveDuplicates()
                    .hasSize(25);
        }
    }

    @Test
    void aRowCommittedLateWithAnEarlierTimeStillComes() throws Exception {
        // Given
        putRow("K-1", "first", START, List.of());
        try (var door = door(Map.of())) {
            String cursor = list(door, "").getLast().cursor();
            putRow("K-0", "equal time, smaller number", START, List.of());
            putRow("K-2", "a minute earlier", START.minusMinutes(1), List.of());
            putRow("K-3", "an hour earlier", START.minusHours(1), List.of());
            // When
            var arrivals = list(door, cursor);
            // Then: the overlap is five minutes
            assertThat(arrivals).extracting(Arrival::key).containsExactly("K-2", "K-0", "K-1");
        }
    }

    @Test
    void aPathThatLeavesTheFolderOrGoesThroughALinkIsRefused() throws Exception {
        // Given
        Path outside = Files.createTempFile("outside", ".txt");
        Files.createSymbolicLink(files.resolve("link.txt"), outside);
        Files.createSymbolicLink(files.resolve("folder"), outside.getParent());
        Files.writeString(files.resolve("good.txt"), "good");
        putRow(
                "K-1",
                "one",
                START,
                List.of(
                        "good.txt",
                        "../" + outside.getFileName(),
                        outside.toString(),
                        "link.txt",
                        "folder/" + outside.getFileName(),
                        "gone.txt"));
        try (var door = door(Map.of())) {
            // When
            var taken = Taken.from(door, list(door, "").getFirst());
            // Then
            assertThat(taken.bytes.keySet()).containsExactlyInAnyOrder("record.json", "good.txt");
            assertThat(taken.absent)
                    .filteredOn(item -> item.presence() == Item.Presence.REFUSED)
                    .hasSize(4);
            assertThat(taken.absent)
                    .filteredOn(item -> item.presence() == Item.Presence.MISSING)
                    .extracting(Item::path)
                    .containsExactly("gone.txt");
        }
    }

    @Test
    void aChangedFileIsAChangedCaseThoughNoRowChanged() throws Exception {
        // Given
        putCase("K-1", "one", Map.of("note.txt", text("note")));
        try (var door = door(Map.of())) {
            var before = list(door, "").getFirst();
            // When
            Files.writeString(files.resolve("note.txt"), "longer note");
            // Then
            assertThat(list(door, "").getFirst().fingerprint()).isNotEqualTo(before.fingerprint());
        }
    }

    @Test
    void sealingRunsTheStatementAndChangesNoFingerprint() throws Exception {
        // Given
        putCase("K-1", "one", Map.of());
        try (var door = door(Map.of())) {
            var arrival = list(door, "").getFirst();
            // When
            door.acknowledge(arrival);
            // Then
            assertThat(list(door, "").getFirst().fingerprint()).isEqualTo(arrival.fingerprint());
            try (var connection = writing();
                    var result = connection.createStatement().executeQuery("SELECT exported FROM case_record")) {
                assertThat(result.next()).isTrue();
                assertThat(result.getBoolean(1)).isTrue();
            }
        }
    }

    @Test
    void aStatementThatIsWrongIsNamedWithoutItsText() throws Exception {
        // Given
        putCase("K-1", "one", Map.of());
        try (var door = door(Map.of("parts.persons", "SELECT nothing FROM nowhere WHERE c = :case"))) {
            // When
            var step = door.test().steps().getLast();
            // Then
            assertThat(step.name()).isEqualTo("list");
            assertThat(step.passed()).isFalse();
            assertThat(step.detail()).contains("parts").doesNotContain("nowhere");
        }
    }

    @Test
    void aQueryThatIsNoQueryIsRefusedBeforeConnecting() {
        for (String sql : List.of(
                "DELETE FROM case_record", "SELECT 1; DROP TABLE case_record", "SELECT :since, :other", "SELECT ?")) {
            // When, then
            assertThatThrownBy(() -> door(Map.of("changesSql", sql))).hasMessageContaining("changesSql");
        }
    }
}
