package org.safepassage.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.safepassage.connectors.DoorProblem.Kind;

/// What every partner door promises, whether or not a line lies between the hub and the partner. The test
/// of a door to a server inherits [PartnerDoorContract], which adds what a line does.
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class PulledCasesContract {
    /// A door with correct parameters, and those the test wants otherwise.
    protected abstract PartnerDoor door(Map<String, String> otherwise) throws IOException;

    /// Puts or replaces a case with a record (a JSON object with `number`) and exhibits by path.
    protected abstract void putCase(String number, String title, Map<String, byte[]> exhibits) throws Exception;

    /// Whether acknowledging takes a case out of the listing (a database door keeps its cursor instead).
    protected boolean acknowledgingEmptiesTheListing() {
        return true;
    }

    /// What the door's test must try, in this order.
    protected List<String> steps() {
        return List.of("list");
    }

    protected List<Arrival> list(PartnerDoor door, String cursor) throws IOException {
        try (var arrivals = door.changes(cursor)) {
            return arrivals.toList();
        }
    }

    protected static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    protected static byte[] noise(int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    @Test
    void aCaseArrivesWithItsRecordAndItsExhibits() throws Exception {
        // Given
        byte[] photograph = noise(100_000, 1);
        putCase("K-1", "Першая справа", Map.of("photos/one.jpg", photograph, "note.txt", text("цётка")));
        try (var door = door(Map.of())) {
            // When
            var arrivals = list(door, "");
            var taken = Taken.from(door, arrivals.getFirst());
            // Then
            assertThat(arrivals).hasSize(1);
            assertThat(arrivals.getFirst().key()).isEqualTo("K-1");
            assertThat(new String(taken.jsonRecord(), StandardCharsets.UTF_8)).contains("Першая справа");
            assertThat(taken.bytes).containsEntry("photos/one.jpg", photograph);
            assertThat(taken.bytes).containsEntry("note.txt", text("цётка"));
            assertThat(taken.absent).isEmpty();
        }
    }

    @Test
    void aFileReadTwiceArrivesOnce() throws Exception {
        // Given
        putCase("K-1", "one", Map.of("note.txt", text("note")));
        try (var first = door(Map.of());
                var second = door(Map.of())) {
            // When
            var before = list(first, "").getFirst();
            var again = list(second, "").getFirst();
            // Then: the same key and fingerprint are how the hub knows it
            assertThat(again.key()).isEqualTo(before.key());
            assertThat(again.fingerprint()).isEqualTo(before.fingerprint()).matches("[0-9a-f]{64}");
        }
    }

    @Test
    void anArrivalWrittenDownIsReadByAnotherDoor() throws Exception {
        // Given
        putCase("K-1", "one", Map.of("note.txt", text("note")));
        Arrival arrival;
        try (var door = door(Map.of())) {
            arrival = list(door, "").getFirst();
        }
        try (var restarted = door(Map.of())) {
            // When
            var taken = Taken.from(restarted, arrival);
            // Then
            assertThat(taken.bytes).containsEntry("note.txt", text("note"));
        }
    }

    @Test
    void aChangedCaseHasAnotherFingerprint() throws Exception {
        // Given
        putCase("K-1", "one", Map.of("note.txt", text("note")));
        try (var door = door(Map.of())) {
            var before = list(door, "").getFirst();
            // When
            putCase("K-1", "one, changed", Map.of("note.txt", text("note")));
            var after = list(door, "").getLast();
            // Then
            assertThat(after.key()).isEqualTo(before.key());
            assertThat(after.fingerprint()).isNotEqualTo(before.fingerprint());
        }
    }

    @Test
    void aCaseThatChangedSinceItWasListedIsNotReadAsTheOldOne() throws Exception {
        // Given
        putCase("K-1", "one", Map.of("note.txt", text("note")));
        try (var door = door(Map.of())) {
            var listed = list(door, "").getFirst();
            putCase("K-1", "one, changed", Map.of("note.txt", text("longer note")));
            // When, then
            assertThatThrownBy(() -> Taken.from(door, listed))
                    .isInstanceOfSatisfying(
                            DoorProblem.class,
                            problem -> assertThat(problem.kind()).isIn(Kind.CHANGED, Kind.GONE));
        }
    }

    @Test
    void acknowledgingTwiceIsHarmless() throws Exception {
        // Given
        putCase("K-1", "one", Map.of("note.txt", text("note")));
        putCase("K-2", "two", Map.of());
        try (var door = door(Map.of())) {
            var arrivals = list(door, "");
            var first = arrivals.stream()
                    .filter(a -> a.key().equals("K-1"))
                    .findFirst()
                    .orElseThrow();
            // When
            door.acknowledge(first);
            door.acknowledge(first);
            // Then
            var left = list(door, "").stream().map(Arrival::key).toList();
            assertThat(left).contains("K-2");
            if (acknowledgingEmptiesTheListing()) {
                assertThat(left).containsExactly("K-2");
            }
        }
    }

    @Test
    void aCaseThatChangedBeforeItWasAcknowledgedComesAgain() throws Exception {
        // Given
        putCase("K-1", "one", Map.of("note.txt", text("note")));
        try (var door = door(Map.of())) {
            var sealed = list(door, "").getFirst();
            putCase("K-1", "one, changed", Map.of("note.txt", text("note")));
            // When
            door.acknowledge(sealed);
            // Then
            assertThat(list(door, sealed.cursor()))
                    .anySatisfy(arrival -> assertThat(arrival.fingerprint()).isNotEqualTo(sealed.fingerprint()));
        }
    }

    @Test
    void aTestOfTheDoorPassesStepByStepAndChangesNothing() throws Exception {
        // Given
        putCase("K-1", "one", Map.of("note.txt", text("note")));
        try (var door = door(Map.of())) {
            var before = list(door, "");
            // When
            var report = door.test();
            // Then
            assertThat(report.steps())
                    .allSatisfy(step ->
                            assertThat(step.passed()).as(step.toString()).isTrue());
            assertThat(report.steps().stream().map(DoorReport.Step::name)).containsSubsequence(steps());
            assertThat(list(door, "")).isEqualTo(before);
        }
    }

    @Test
    void aReaderThatFailsIsToldApartFromTheDoor() throws Exception {
        // Given
        putCase("K-1", "one", Map.of("note.txt", text("note")));
        var full = new IOException("no space left in the vault");
        try (var door = door(Map.of())) {
            var arrival = list(door, "").getFirst();
            ItemReader failing = new ItemReader() {
                @Override
                public void item(Item item, InputStream bytes) throws IOException {
                    throw full;
                }

                @Override
                public void absent(Item item) {}
            };
            // When, then
            assertThatThrownBy(() -> door.read(arrival, failing)).isSameAs(full);
        }
    }

    @Test
    void nothingOfTheCaseIsPrintedByAnArrival() throws Exception {
        // Given
        putCase("K-1", "one", Map.of("secret-name.txt", text("note")));
        try (var door = door(Map.of())) {
            // When
            var arrival = list(door, "").getFirst();
            // Then
            assertThat(arrival + " " + arrival.items()).doesNotContain("K-1", "secret-name");
        }
    }

    protected static Map<String, String> with(Map<String, String> first, Map<String, String> second) {
        var both = new LinkedHashMap<>(first);
        both.putAll(second);
        return both;
    }

    protected static Kind kind(Throwable thrown) {
        Throwable problem = thrown instanceof UncheckedIOException wrapped ? wrapped.getCause() : thrown;
        assertThat(problem).isInstanceOf(DoorProblem.class);
        return ((DoorProblem) Objects.requireNonNull(problem)).kind();
    }
}
