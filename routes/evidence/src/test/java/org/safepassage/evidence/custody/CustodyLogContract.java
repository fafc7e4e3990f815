package org.safepassage.evidence.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.evidence.vault.KeyRing;
import org.safepassage.schemas.CustodyEntry;

/// What the log promises on every database; each database runs it.
interface CustodyLogContract {
    Instant NOW = Instant.parse("2026-03-04T05:06:07.123456Z");
    InstantSource CLOCK = InstantSource.fixed(NOW);
    String ORIGIN = "hub.example/custody";

    /// An empty database with the tables of `schema.sql`.
    DataSource emptyDatabase() throws SQLException;

    @Test
    default void entriesComeBackAsTheyWereAppended() throws SQLException {
        // Given
        DataSource database = emptyDatabase();
        CustodyLog log = new CustodyLog(database, CLOCK);
        CustodyEntry sealed = entry("case-1:1", "seal", Map.of("sha256", "ab12", "size", "7"));
        CustodyEntry odd =
                entry("case-2:1", "extract", Map.of("Ünïcode \u0001\"\\", "", "a", "line\nline \uD83D\uDD4A"));

        // When
        long first = append(database, log, sealed);
        long second = append(database, log, odd);

        // Then
        assertThat(List.of(first, second)).containsExactly(0L, 1L);
        assertThat(log.entries("case-1:1")).containsExactly(new LoggedEntry(0, NOW, sealed));
        assertThat(log.entries("case-2:1")).containsExactly(new LoggedEntry(1, NOW, odd));
        assertThat(log.entries(1, 10)).extracting(LoggedEntry::index).containsExactly(1L);
        assertThat(log.entries("case-3:1")).isEmpty();
        assertThat(log.size()).isEqualTo(2);
        assertThat(log.verifyAll(List.of())).isEmpty();
    }

    @Test
    default void anEmptyLogHasTheRootOfNothing() throws SQLException {
        // Given
        CustodyLog log = new CustodyLog(emptyDatabase(), CLOCK);

        // When
        Checkpoint checkpoint = log.checkpoint(ORIGIN);

        // Then
        assertThat(checkpoint).isEqualTo(new Checkpoint(ORIGIN, 0, Hash.ofNothing()));
        assertThat(log.root()).isEqualTo(Hash.ofNothing().bytes());
        assertThat(log.verifyAll(List.of(checkpoint))).isEmpty();
    }

    @Test
    default void anAppendThatIsRolledBackLeavesNoTrace() throws SQLException {
        // Given
        DataSource database = emptyDatabase();
        CustodyLog log = new CustodyLog(database, CLOCK);
        append(database, log, entry("a", "seal", Map.of()));

        // When
        try (Connection tx = database.getConnection()) {
            tx.setAutoCommit(false);
            log.append(tx, entry("b", "seal", Map.of()));
            tx.rollback();
        }
        long next = append(database, log, entry("c", "seal", Map.of()));

        // Then
        assertThat(next).isEqualTo(1);
        assertThat(log.entries("b")).isEmpty();
        assertThat(log.verifyAll(List.of())).isEmpty();
    }

    @Test
    default void aRepeatedStepFindsItsFirstEntry() throws SQLException {
        // Given
        DataSource database = emptyDatabase();
        CustodyLog log = new CustodyLog(database, CLOCK);
        long first = appendOnce(database, log, entry("a", "decide", Map.of("outcome", "passed")), "recipient-1");

        // When
        long again = appendOnce(database, log, entry("a", "decide", Map.of("outcome", "held")), "recipient-1");
        long otherKey = appendOnce(database, log, entry("a", "decide", Map.of()), "recipient-2");
        long otherStep = appendOnce(database, log, entry("a", "redact", Map.of()), "recipient-1");

        // Then
        assertThat(again).isEqualTo(first);
        assertThat(List.of(first, otherKey, otherStep)).containsExactly(0L, 1L, 2L);
        assertThat(log.entries("a").getFirst().entry().facts()).containsEntry("outcome", "passed");
        assertThat(log.size()).isEqualTo(3);
    }

    @Test
    default void manyWritersAtOnceLeaveNoGapAndOneEntryAKey() throws Exception {
        // Given
        DataSource database = emptyDatabase();
        CustodyLog log = new CustodyLog(database, CLOCK);
        List<Callable<Long>> appends = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            String subject = "case-" + i % 40;
            appends.add(() -> appendOnce(database, log, entry(subject, "seal", Map.of()), "once"));
        }

        // When
        List<Future<Long>> done;
        try (var pool = Executors.newFixedThreadPool(8)) {
            done = pool.invokeAll(appends);
        }

        // Then
        List<Long> indexes = new ArrayList<>();
        for (Future<Long> index : done) {
            indexes.add(index.get());
        }
        assertThat(Set.copyOf(indexes))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, 40).boxed().toList());
        assertThat(log.verifyAll(List.of())).isEmpty();
    }

    @Test
    default void proofsOfTheLogHoldForAllItsSizes() throws SQLException {
        // Given
        DataSource database = emptyDatabase();
        CustodyLog log = new CustodyLog(database, CLOCK);
        List<Checkpoint> published = new ArrayList<>();
        published.add(log.checkpoint(ORIGIN));
        for (int i = 0; i < 21; i++) {
            append(database, log, entry("case-" + i, "seal", Map.of("n", String.valueOf(i))));
            published.add(log.checkpoint(ORIGIN));
        }

        // When, Then
        Checkpoint last = published.getLast();
        for (Checkpoint earlier : published) {
            List<Hash> proof = log.consistencyProof(earlier.size(), last.size());
            assertThat(MerkleProofs.extendsTree(earlier.size(), earlier.root(), last.size(), last.root(), proof))
                    .isTrue();
        }
        assertThat(log.inclusionProof(20, 21)).hasSizeLessThanOrEqualTo(5);
        assertThat(log.verifyAll(published)).isEmpty();
        assertThatThrownBy(() -> log.inclusionProof(21, 22)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void anyTamperingIsFoundAtItsPlace() throws SQLException {
        // Given
        Map<String, Long> tampering = new TreeMap<>(Map.of(
                "UPDATE custody_leaf SET subject = 'other' WHERE leaf_index = 5",
                5L,
                "UPDATE custody_leaf SET step = 'other' WHERE leaf_index = 6",
                6L,
                "DELETE FROM custody_leaf WHERE leaf_index = 3",
                3L,
                "UPDATE custody_leaf SET leaf = (SELECT b.leaf FROM custody_leaf b WHERE b.leaf_index = 1)"
                        + " WHERE leaf_index = 2",
                2L,
                "UPDATE custody_leaf SET openings = (SELECT b.openings FROM custody_leaf b WHERE b.leaf_index = 1)"
                        + " WHERE leaf_index = 4",
                4L,
                "UPDATE custody_node SET hash = (SELECT b.hash FROM custody_node b WHERE b.height = 0"
                        + " AND b.node_index = 0) WHERE height = 1 AND node_index = 3",
                7L,
                "DELETE FROM custody_node WHERE height = 2 AND node_index = 0",
                3L,
                "UPDATE custody_head SET tree_size = 9",
                9L));

        for (Map.Entry<String, Long> change : tampering.entrySet()) {
            DataSource database = emptyDatabase();
            CustodyLog log = new CustodyLog(database, CLOCK);
            for (int i = 0; i < 10; i++) {
                append(database, log, entry("case-" + i, "seal", Map.of("sha256", "value " + i)));
            }
            Checkpoint published = log.checkpoint(ORIGIN);

            // When
            execute(database, change.getKey());
            Optional<Divergence> found = log.verifyAll(List.of(published));

            // Then
            assertThat(found).as(change.getKey()).map(Divergence::index).contains(change.getValue());
            assertThat(found.orElseThrow().what()).doesNotContain("value");
        }
    }

    @Test
    default void aLogThatWasRewrittenAsAWholeIsFoundByAPublishedCheckpoint() throws SQLException {
        // Given
        DataSource honest = emptyDatabase();
        CustodyLog log = new CustodyLog(honest, CLOCK);
        append(honest, log, entry("a", "seal", Map.of()));
        append(honest, log, entry("b", "seal", Map.of()));
        Checkpoint published = log.checkpoint(ORIGIN);
        DataSource rewritten = emptyDatabase();
        CustodyLog other = new CustodyLog(rewritten, CLOCK);
        append(rewritten, other, entry("a", "seal", Map.of()));
        append(rewritten, other, entry("b", "seal", Map.of()));
        append(rewritten, other, entry("c", "seal", Map.of()));

        // When
        Optional<Divergence> alone = other.verifyAll(List.of());
        Optional<Divergence> compared = other.verifyAll(List.of(published));

        // Then
        assertThat(alone).isEmpty();
        assertThat(compared).map(Divergence::index).contains(2L);
    }

    @Test
    default void sealedOpeningsHideValuesInTheDatabaseAndSurviveARotation(@TempDir Path keysDir) throws SQLException {
        // Given
        DataSource database = emptyDatabase();
        KeyRing keys = KeyRing.create(keysDir.resolve("keys.json"), Optional.empty());
        CustodyLog log = new CustodyLog(database, CLOCK, keys);
        CustodyEntry entry = entry("a", "seal", Map.of("sha256", "DIGEST-OF-AN-ORIGINAL"));
        append(database, log, entry);

        // When
        keys.rotate();

        // Then
        assertThat(log.entries("a")).extracting(LoggedEntry::entry).containsExactly(entry);
        assertThat(log.verifyAll(List.of())).isEmpty();
        assertThat(storedBytes(database)).doesNotContain("DIGEST-OF-AN-ORIGINAL");
        assertThatThrownBy(() -> new CustodyLog(database, CLOCK).entries("a")).hasMessageContaining("key ring");
    }

    @Test
    default void theSameFactTwiceIsTwoUnrelatedCommitments() throws SQLException {
        // Given
        DataSource database = emptyDatabase();
        CustodyLog log = new CustodyLog(database, CLOCK);
        append(database, log, entry("a", "seal", Map.of("sha256", "same")));
        append(database, log, entry("a", "seal", Map.of("sha256", "same")));

        // When
        List<ProvenEntry> proven = log.prove(
                        ORIGIN,
                        List.of(new DisclosedEntry(0, Set.of(), false), new DisclosedEntry(1, Set.of(), false)),
                        OptionalLong.empty())
                .entries();

        // Then
        Leaf first = Leaf.parse(proven.getFirst().leaf().getBytes(StandardCharsets.UTF_8));
        Leaf second = Leaf.parse(proven.getLast().leaf().getBytes(StandardCharsets.UTF_8));
        assertThat(first.subject()).isNotEqualTo(second.subject());
        assertThat(first.facts().get("sha256")).isNotEqualTo(second.facts().get("sha256"));
    }

    @Test
    default void whatTheLogCannotKeepIsRefused() throws SQLException {
        // Given
        DataSource database = emptyDatabase();
        CustodyLog log = new CustodyLog(database, CLOCK);

        // When, Then
        assertThatThrownBy(() -> append(database, log, entry("x".repeat(401), "seal", Map.of())))
                .hasMessageContaining("400");
        assertThatThrownBy(() -> append(database, log, entry("a", "seal", Map.of("half", "\uD83D"))))
                .hasMessageContaining("surrogate");
        try (Connection autoCommitting = database.getConnection()) {
            assertThatThrownBy(() -> log.append(autoCommitting, entry("a", "seal", Map.of())))
                    .hasMessageContaining("transaction");
        }
        assertThat(log.size()).isZero();
    }

    static CustodyEntry entry(String subject, String step, Map<String, String> facts) {
        return new CustodyEntry(subject, step, "actor-1", NOW, new TreeMap<>(facts));
    }

    static long append(DataSource database, CustodyLog log, CustodyEntry entry) throws SQLException {
        try (Connection tx = database.getConnection()) {
            tx.setAutoCommit(false);
            long index = log.append(tx, entry);
            tx.commit();
            return index;
        }
    }

    static long appendOnce(DataSource database, CustodyLog log, CustodyEntry entry, String key) throws SQLException {
        try (Connection tx = database.getConnection()) {
            tx.setAutoCommit(false);
            long index = log.appendOnce(tx, entry, key);
            tx.commit();
            return index;
        }
    }

    private static void execute(DataSource database, String statement) throws SQLException {
        try (Connection db = database.getConnection();
                Statement change = db.createStatement()) {
            assertThat(change.executeUpdate(statement)).as(statement).isEqualTo(1);
        }
    }

    private static String storedBytes(DataSource database) throws SQLException {
        try (Connection db = database.getConnection();
                PreparedStatement select = db.prepareStatement("SELECT leaf, openings FROM custody_leaf");
                var rows = select.executeQuery()) {
            StringBuilder all = new StringBuilder();
            while (rows.next()) {
                all.append(new String(rows.getBytes(1), StandardCharsets.ISO_8859_1));
                all.append(new String(rows.getBytes(2), StandardCharsets.ISO_8859_1));
            }
            assertThat(all).contains("actor-1");
            return all.toString();
        }
    }
}
