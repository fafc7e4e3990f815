package org.safepassage.connectors.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.connectors.Arrival;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorReport;
import org.safepassage.connectors.Doors;
import org.safepassage.connectors.Item;
import org.safepassage.connectors.PartnerDoor;
import org.safepassage.connectors.PartnerDoorContract;
import org.safepassage.connectors.Taken;
import org.safepassage.connectors.peers.OpenSsh;
import org.safepassage.connectors.peers.Peer;

/// The SFTP source against OpenSSH.
@Tag("slow")
class SftpCasesTest extends PartnerDoorContract {
    @TempDir
    static Path serverFolder;

    static OpenSsh server;

    @TempDir
    Path folder;

    @BeforeAll
    static void startServer() {
        server = new OpenSsh(serverFolder);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void makeFolder() throws IOException {
        Files.createDirectory(cases());
    }

    private Path cases() {
        return folder.resolve("cases");
    }

    @Override
    protected PartnerDoor door(Map<String, String> otherwise) throws IOException {
        var parameters = new HashMap<>(server.parameters());
        parameters.put("casesFolder", cases().toString());
        parameters.put("filesPointer", "/files");
        parameters.put("settleSeconds", "0");
        parameters.putAll(otherwise);
        parameters.values().removeIf(String::isEmpty);
        return Doors.openPartner("sp-sftp-cases-source", parameters);
    }

    @Override
    protected void putCase(String number, String title, Map<String, byte[]> exhibits) throws IOException {
        Path place = Files.createDirectories(cases().resolve(number));
        for (var exhibit : exhibits.entrySet()) {
            Path file = place.resolve(exhibit.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, exhibit.getValue());
        }
        Files.writeString(
                place.resolve("record.json"), "{\"number\":\"%s\",\"title\":\"%s\"}".formatted(number, title));
    }

    @Override
    protected void putManyCases(int count) throws IOException {
        for (int number = 0; number < count; number++) {
            putCase("K-" + number, "one of many", Map.of());
        }
    }

    @Override
    protected Map<String, String> wrongPassword() {
        return Map.of("privateKeyFile", "", "password", "wrong-secret");
    }

    @Override
    protected Map<String, String> nobodyThere() {
        return Map.of("port", Integer.toString(Peer.freePort()));
    }

    @Override
    protected Map<String, String> through(int port) {
        return Map.of("port", Integer.toString(port));
    }

    @Override
    protected int port() {
        return server.port();
    }

    @Test
    void aWrongHostKeyIsRefusedWithBothFingerprints() throws Exception {
        // Given
        String pinned = "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        try (var door = door(Map.of("hostKey", pinned))) {
            // When
            var step = door.test().steps().getLast();
            // Then
            assertThat(step.name()).isEqualTo("host-key");
            assertThat(step.passed()).isFalse();
            assertThat(step.detail()).contains(pinned).contains(server.fingerprint());
            assertThatThrownBy(() -> list(door, ""))
                    .hasMessageContainingAll(pinned, server.fingerprint())
                    .isInstanceOfSatisfying(
                            DoorProblem.class,
                            problem -> assertThat(problem.kind()).isEqualTo(DoorProblem.Kind.HOST_KEY_REFUSED));
        }
    }

    @Test
    void aHostKeyIsPinnedByKnownHostsLineAndMayHaveASuccessor() throws Exception {
        // Given
        putCase("K-1", "one", Map.of());
        String line = "[127.0.0.1]:" + server.port() + " " + server.hostKey();
        String next = "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        try (var door = door(Map.of("hostKey", next + "\n" + line))) {
            // When
            var arrivals = list(door, "");
            // Then
            assertThat(arrivals).hasSize(1);
        }
    }

    @Test
    void anUploadInProgressIsLeftAlone() throws Exception {
        // Given
        putCase("K-1", "one", Map.of());
        Files.createDirectory(cases().resolve("K-2"));
        Files.write(cases().resolve("K-2/video.mp4"), noise(10, 1));
        try (var door = door(Map.of("settleSeconds", "2"))) {
            // When
            try (var stream = door.changes("")) {
                var writer = Thread.ofVirtual().start(() -> grow(cases().resolve("K-1/growing.bin")));
                var arrivals = stream.toList();
                writer.join();
                // Then: K-2 has no record yet, K-1 grew between the two looks
                assertThat(arrivals).isEmpty();
            }
            assertThat(list(door, "")).extracting(Arrival::key).containsExactly("K-1");
        }
    }

    private static void grow(Path file) {
        try {
            for (int size = 1; size < 20; size++) {
                Files.write(file, noise(size, 1));
                Thread.sleep(100);
            }
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void anOldFolderIsTakenAtOnceAndOldestFirst() throws Exception {
        // Given
        for (int age = 1; age <= 3; age++) {
            putCase("K-" + age, "aged", Map.of());
            var time = FileTime.from(Instant.now().minusSeconds(1_000L * age));
            Files.setLastModifiedTime(cases().resolve("K-" + age + "/record.json"), time);
            Files.setLastModifiedTime(cases().resolve("K-" + age), time);
        }
        try (var door = door(Map.of("settleSeconds", "600"))) {
            // When
            var arrivals = list(door, "");
            // Then
            assertThat(arrivals).extracting(Arrival::key).containsExactly("K-3", "K-2", "K-1");
        }
    }

    @Test
    void aListedButAbsentFileIsAMissingItem() throws Exception {
        // Given
        putCase("K-1", "one", Map.of("here.txt", text("here")));
        Files.writeString(cases().resolve("K-1/record.json"), """
                {"exhibits":[{"path":"here.txt"},{"path":"./gone.txt"},{"path":"../../outside.txt"}]}
                """);
        try (var door = door(Map.of("filesPointer", "/exhibits/*/path"))) {
            // When
            var taken = Taken.from(door, list(door, "").getFirst());
            // Then
            assertThat(taken.bytes).containsKey("here.txt");
            assertThat(taken.absent)
                    .extracting(Item::path, Item::presence)
                    .containsExactly(
                            Tuple.tuple("./gone.txt", Item.Presence.MISSING),
                            Tuple.tuple("../../outside.txt", Item.Presence.REFUSED));
        }
    }

    @Test
    void oddNamesAreReadUnderNamesThatAScreenCanBear() throws Exception {
        // Given
        putCase("K-1", "one", Map.of("a\nb.txt", text("1"), "\u202Egpj.exe", text("2"), "я".repeat(120), text("3")));
        try (var door = door(Map.of())) {
            // When
            var taken = Taken.from(door, list(door, "").getFirst());
            // Then
            assertThat(taken.bytes.keySet()).contains("a%000Ab.txt", "%202Egpj.exe", "я".repeat(120));
            assertThat(taken.bytes.get("a%000Ab.txt")).isEqualTo(text("1"));
        }
    }

    @Test
    void aLinkIsNeverFollowed() throws Exception {
        // Given
        Files.writeString(folder.resolve("outside.txt"), "not of this case");
        putCase("K-1", "one", Map.of());
        Files.createSymbolicLink(cases().resolve("K-1/link.txt"), folder.resolve("outside.txt"));
        Files.createSymbolicLink(cases().resolve("K-9"), cases().resolve("K-1"));
        try (var door = door(Map.of())) {
            // When
            var arrivals = list(door, "");
            var taken = Taken.from(door, arrivals.getFirst());
            // Then
            assertThat(arrivals).hasSize(1);
            assertThat(taken.bytes).doesNotContainKey("link.txt");
            assertThat(taken.absent).extracting(Item::presence).containsExactly(Item.Presence.REFUSED);
        }
    }

    @Test
    void aRenamedFolderKeepsItsFingerprintAndItsCaseNumber() throws Exception {
        // Given
        putCase("K-1", "one", Map.of("note.txt", text("note")));
        try (var door = door(Map.of("caseNumberPointer", "/number"))) {
            var before = list(door, "").getFirst();
            // When
            Files.move(cases().resolve("K-1"), cases().resolve("K-1 (renamed)"));
            var after = list(door, "").getFirst();
            // Then
            assertThat(after.key()).isEqualTo(before.key()).isEqualTo("K-1");
            assertThat(after.fingerprint()).isEqualTo(before.fingerprint());
        }
    }

    @Test
    void sealedFoldersAreMovedAndNeverOverwriteEarlierOnes() throws Exception {
        // Given
        try (var door = door(Map.of())) {
            for (String version : List.of("first", "second")) {
                putCase("K-1", version, Map.of());
                // When
                door.acknowledge(list(door, "").getFirst());
            }
            // Then
            try (var done = Files.list(folder.resolve("done"))) {
                assertThat(done.map(place -> place.getFileName().toString()))
                        .hasSize(2)
                        .contains("K-1");
            }
            assertThat(list(door, "")).isEmpty();
        }
    }

    @Test
    void aMarkedFolderComesAgainOnlyWhenItChanges() throws Exception {
        // Given
        putCase("K-1", "one", Map.of());
        try (var door = door(Map.of("acknowledge", "mark"))) {
            var first = list(door, "").getFirst();
            // When
            door.acknowledge(first);
            var unchanged = list(door, "");
            Files.writeString(cases().resolve("K-1/more.txt"), "more");
            var changed = list(door, "");
            // Then
            assertThat(unchanged).isEmpty();
            assertThat(changed).hasSize(1);
            assertThat(changed.getFirst().items()).extracting(Item::path).doesNotContain(".sealed");
        }
    }

    @Test
    void aFolderWithTooManyFilesHarmsOnlyItself() throws Exception {
        // Given
        putCase("K-1", "small", Map.of());
        putCase("K-2", "large", Map.of("1", text("1"), "2", text("2"), "3", text("3"), "4", text("4")));
        try (var door = door(Map.of("mostFiles", "3"))) {
            // When
            var arrivals = list(door, "");
            // Then
            assertThat(arrivals).extracting(Arrival::key).containsExactlyInAnyOrder("K-1", "K-2");
            for (var arrival : arrivals) {
                if (arrival.key().equals("K-1")) {
                    assertThat(Taken.from(door, arrival).bytes).hasSize(1);
                } else {
                    assertThatThrownBy(() -> Taken.from(door, arrival)).hasMessageContaining("mostFiles");
                }
            }
        }
    }

    @Test
    @Tag("long")
    @Timeout(value = 900, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aHundredThousandFoldersAreListedOldestFirstInBoundedMemory() throws Exception {
        // Given
        int count = 100_000;
        for (int number = 0; number < count; number++) {
            Path place = Files.createDirectory(cases().resolve("K-" + number));
            if (number % 1_000 == 0) {
                Files.writeString(place.resolve("record.json"), "{}");
                Files.setLastModifiedTime(place, FileTime.from(Instant.EPOCH.plusSeconds(count - number)));
            }
        }
        try (var door = door(Map.of("filesPointer", ""));
                var arrivals = door.changes("")) {
            var iterator = arrivals.iterator();
            long start = System.nanoTime();
            // When
            var first = iterator.next();
            long millis = (System.nanoTime() - start) / 1_000_000;
            var keys = new ArrayList<>(List.of(first.key()));
            iterator.forEachRemaining(arrival -> keys.add(arrival.key()));
            System.gc();
            long used =
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
            // Then
            assertThat(keys).hasSize(100).startsWith("K-99000", "K-98000").endsWith("K-1000", "K-0");
            assertThat(used).as("first arrival after " + millis + " ms").isLessThan(200L << 20);
        }
    }

    @Test
    void anAccountThatMayOnlyReadFailsAtTheStepOfAcknowledgingAndLeavesNothing() throws Exception {
        // Given
        putCase("K-1", "one", Map.of());
        for (String way : List.of("move", "mark")) {
            try (var reading = OpenSsh.readOnly(Files.createDirectory(folder.resolve("server-" + way)))) {
                var parameters = new HashMap<>(reading.parameters());
                parameters.put("acknowledge", way);
                try (var door = door(parameters)) {
                    // When
                    var steps = door.test().steps();
                    // Then
                    assertThat(steps.getLast().name()).isEqualTo("acknowledge");
                    assertThat(steps.getLast().passed()).isFalse();
                    assertThat(steps.getLast().nextAction()).isEqualTo(DoorProblem.Kind.PERMISSION.nextAction());
                    assertThat(steps.subList(0, steps.size() - 1)).allMatch(DoorReport.Step::passed);
                }
            }
        }
        try (var door = door(Map.of("acknowledge", "mark"))) {
            assertThat(door.test().passed()).isTrue();
        }
        assertThat(cases().resolve("K-1").toFile().list()).containsExactly("record.json");
        assertThat(cases().toFile().list()).containsExactly("K-1");
    }
}
