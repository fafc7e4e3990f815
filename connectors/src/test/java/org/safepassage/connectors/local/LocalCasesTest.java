package org.safepassage.connectors.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.connectors.Arrival;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.DoorReport;
import org.safepassage.connectors.Doors;
import org.safepassage.connectors.Item;
import org.safepassage.connectors.ItemReader;
import org.safepassage.connectors.PartnerDoor;
import org.safepassage.connectors.PulledCasesContract;
import org.safepassage.connectors.Taken;
import org.safepassage.connectors.bundles.HostileZips;
import org.safepassage.connectors.bundles.Zips;
import org.safepassage.connectors.folders.WirePaths;

/// The folder source on a folder of this machine.
class LocalCasesTest extends PulledCasesContract {
    @TempDir
    Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        Files.createDirectory(cases());
    }

    private Path cases() {
        return folder.resolve("cases");
    }

    @Override
    protected PartnerDoor door(Map<String, String> otherwise) throws IOException {
        var parameters = new HashMap<>(
                Map.of("casesFolder", cases().toString(), "filesPointer", "/files", "settleSeconds", "0"));
        parameters.putAll(otherwise);
        return Doors.openPartner("sp-folder-cases-source", parameters);
    }

    @Override
    protected void putCase(String number, String title, Map<String, byte[]> exhibits) throws IOException {
        Path place = Files.createDirectories(cases().resolve(number));
        for (var exhibit : exhibits.entrySet()) {
            Path file = LocalPaths.path(place + "/" + WirePaths.wire(exhibit.getKey()));
            Files.createDirectories(file.getParent());
            Files.write(file, exhibit.getValue());
        }
        Files.writeString(
                place.resolve("record.json"), "{\"number\":\"%s\",\"title\":\"%s\"}".formatted(number, title));
    }

    private void putBundle(String name, Map<String, byte[]> members) throws IOException {
        Files.write(cases().resolve(name), Zips.of(new LinkedHashMap<>(members)));
    }

    private List<String> keys(PartnerDoor door) throws IOException {
        return list(door, "").stream().map(Arrival::key).toList();
    }

    @Test
    void aBundleBesideTheFoldersIsACaseOfItsOwn() throws Exception {
        // Given
        putCase("K-1", "one", Map.of());
        putBundle("K-2.zip", Map.of("record.json", text("{}"), "photos/one.jpg", noise(1_000, 1)));
        Files.writeString(cases().resolve("readme.txt"), "no case");
        try (var door = door(Map.of())) {
            // When
            var arrivals = list(door, "");
            var bundle = arrivals.stream()
                    .filter(each -> each.key().equals("K-2"))
                    .findFirst()
                    .orElseThrow();
            var taken = Taken.from(door, bundle);
            door.acknowledge(bundle);
            door.acknowledge(bundle);
            // Then
            assertThat(arrivals).extracting(Arrival::key).containsExactlyInAnyOrder("K-1", "K-2");
            assertThat(taken.parts)
                    .containsEntry("K-2.zip", Item.Part.ORIGINAL)
                    .containsEntry("record.json", Item.Part.RECORD)
                    .containsEntry("photos/one.jpg", Item.Part.EXHIBIT);
            assertThat(folder.resolve("done/K-2.zip")).exists();
            assertThat(keys(door)).containsExactly("K-1");
        }
    }

    @Test
    void aBundleThatIsReplacedByOneOfTheSameSizeAndTimeIsSeen() throws Exception {
        // Given
        var time = FileTime.from(Instant.parse("2026-01-01T12:00:00Z"));
        putBundle("K-1.zip", Map.of("record.json", text("{\"a\":1}")));
        Files.setLastModifiedTime(cases().resolve("K-1.zip"), time);
        try (var door = door(Map.of())) {
            var before = list(door, "").getFirst();
            // When
            putBundle("K-1.zip", Map.of("record.json", text("{\"a\":2}")));
            Files.setLastModifiedTime(cases().resolve("K-1.zip"), time);
            var after = list(door, "").getFirst();
            // Then
            assertThat(Files.size(cases().resolve("K-1.zip")))
                    .isEqualTo(before.items().getFirst().size());
            assertThat(after.fingerprint()).isNotEqualTo(before.fingerprint());
        }
    }

    @Test
    void aHostileBundleHarmsOnlyItself() throws Exception {
        // Given
        Files.write(cases().resolve("leaving.zip"), Zips.of(Map.of("../../etc/cron.d/x", text("x"))));
        Files.write(cases().resolve("nul.zip"), Zips.of(Map.of("record.json\0.txt", text("x"))));
        Files.write(cases().resolve("twice.zip"), HostileZips.twoOfOneName());
        Files.write(cases().resolve("lying.zip"), HostileZips.claimingLess());
        Files.write(cases().resolve("empty.zip"), new byte[0]);
        putBundle("good.zip", Map.of("record.json", text("{}")));
        try (var door = door(Map.of())) {
            for (var arrival : list(door, "")) {
                // When, then
                if (arrival.key().equals("good")) {
                    assertThat(Taken.from(door, arrival).bytes).hasSize(2);
                } else {
                    assertThatThrownBy(() -> Taken.from(door, arrival))
                            .as(arrival.key())
                            .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.HOSTILE));
                }
            }
        }
    }

    @Test
    void aCaseWithoutItsMarkerFileIsLeftAlone() throws Exception {
        // Given
        putCase("K-1", "one", Map.of());
        putCase("K-2", "two", Map.of("COMPLETE", text("")));
        putBundle("K-3.zip", Map.of("record.json", text("{}")));
        putBundle("K-4.zip", Map.of("record.json", text("{}")));
        Files.createFile(cases().resolve("K-4.zip.COMPLETE"));
        try (var door = door(Map.of("markerFile", "COMPLETE"))) {
            // When
            var before = keys(door);
            Files.createFile(cases().resolve("K-1/COMPLETE"));
            Files.createFile(cases().resolve("K-3.zip.COMPLETE"));
            var arrivals = list(door, "");
            // Then
            assertThat(before).containsExactlyInAnyOrder("K-2", "K-4");
            assertThat(arrivals).extracting(Arrival::key).containsExactlyInAnyOrder("K-1", "K-2", "K-3", "K-4");
            assertThat(arrivals)
                    .allSatisfy(arrival ->
                            assertThat(arrival.items()).extracting(Item::path).doesNotContain("COMPLETE"));
        }
    }

    @Test
    void aMarkerFileGoesWithItsBundleSoThatTheNextOneWaitsForItsOwn() throws Exception {
        // Given
        putBundle("K-1.zip", Map.of("record.json", text("{}")));
        Files.createFile(cases().resolve("K-1.zip.done"));
        try (var door = door(Map.of("markerFile", ".done"))) {
            door.acknowledge(list(door, "").getFirst());
            // When
            putBundle("K-1.zip", Map.of("record.json", text("{\"half\":true}")));
            // Then
            assertThat(keys(door)).isEmpty();
            assertThat(folder.resolve("done/K-1.zip.done")).exists();
        }
    }

    @Test
    void aFileThatStillGrowsIsLeftAlone() throws Exception {
        // Given
        putCase("K-1", "one", Map.of());
        putBundle("K-2.zip", Map.of("record.json", text("{}")));
        try (var door = door(Map.of("settleSeconds", "1"));
                var stream = door.changes("")) {
            // When
            var writer = Thread.ofVirtual().start(() -> grow(cases().resolve("K-1/growing.bin")));
            var arrivals = stream.toList();
            writer.join();
            // Then
            assertThat(arrivals).extracting(Arrival::key).containsExactly("K-2");
            assertThat(keys(door)).containsExactlyInAnyOrder("K-1", "K-2");
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
    void aMarkedCaseComesAgainOnlyWhenItChanges() throws Exception {
        // Given
        putCase("K-1", "one", Map.of());
        putBundle("K-2.zip", Map.of("record.json", text("{}")));
        try (var door = door(Map.of("acknowledge", "mark"))) {
            for (var arrival : list(door, "")) {
                door.acknowledge(arrival);
            }
            // When
            var unchanged = keys(door);
            Files.writeString(cases().resolve("K-1/more.txt"), "more");
            putBundle("K-2.zip", Map.of("record.json", text("{\"more\":1}")));
            // Then
            assertThat(unchanged).isEmpty();
            assertThat(keys(door)).containsExactlyInAnyOrder("K-1", "K-2");
        }
    }

    @Test
    void namesOfEveryKindAreReadUnderNamesThatAScreenCanBear() throws Exception {
        // Given
        var exhibits = new LinkedHashMap<String, byte[]>();
        exhibits.put("a\nb.txt", text("1"));
        exhibits.put("\u202Egpj.exe", text("2"));
        exhibits.put("я".repeat(120), text("3"));
        exhibits.put("\uD83D\uDCF7 photo.jpg", text("4"));
        exhibits.put("Note.txt", text("5"));
        exhibits.put("note.txt", text("6"));
        exhibits.put("100%25 #?.txt", text("7"));
        putCase("K-1", "one", exhibits);
        Path old = LocalPaths.path(cases() + "/K-1/"
                + new String("справка".getBytes(Charset.forName("windows-1251")), StandardCharsets.ISO_8859_1));
        Files.write(old, text("8"));
        try (var door = door(Map.of())) {
            // When
            var taken = Taken.from(door, list(door, "").getFirst());
            // Then
            assertThat(taken.bytes.keySet())
                    .containsExactlyInAnyOrder(
                            "record.json",
                            "a%000Ab.txt",
                            "%202Egpj.exe",
                            "я".repeat(120),
                            "\uD83D\uDCF7 photo.jpg",
                            "Note.txt",
                            "note.txt",
                            "100%25 #?.txt",
                            "справка");
            assertThat(taken.bytes.get("Note.txt")).isEqualTo(text("5"));
            assertThat(taken.bytes.get("note.txt")).isEqualTo(text("6"));
            assertThat(taken.bytes.get("справка")).isEqualTo(text("8"));
        }
    }

    @Test
    void aRecordThatNamesFilesElsewhereGetsNoneOfThem() throws Exception {
        // Given
        Files.writeString(folder.resolve("outside.txt"), "not of this case");
        putCase("K-1", "one", Map.of());
        Files.writeString(
                cases().resolve("K-1/record.json"),
                "{\"files\":[\"../../outside.txt\",\"/etc/passwd\",\"a\\u0000b\",\"gone.txt\"]}");
        try (var door = door(Map.of("filesPointer", "/files/*"))) {
            // When
            var taken = Taken.from(door, list(door, "").getFirst());
            // Then
            assertThat(taken.bytes).containsOnlyKeys("record.json");
            assertThat(taken.absent)
                    .extracting(Item::path, Item::presence)
                    .containsExactly(
                            Tuple.tuple("../../outside.txt", Item.Presence.REFUSED),
                            Tuple.tuple("/etc/passwd", Item.Presence.REFUSED),
                            Tuple.tuple("a%0000b", Item.Presence.REFUSED),
                            Tuple.tuple("gone.txt", Item.Presence.MISSING));
        }
    }

    @Test
    void aLinkIsNeverFollowed() throws Exception {
        // Given
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.writeString(outside.resolve("record.json"), "{}");
        putCase("K-1", "one", Map.of());
        Files.createSymbolicLink(cases().resolve("K-1/link.txt"), outside.resolve("record.json"));
        Files.createSymbolicLink(cases().resolve("K-1/folder"), outside);
        Files.createSymbolicLink(cases().resolve("K-8"), outside);
        Files.createSymbolicLink(cases().resolve("K-9.zip"), outside.resolve("record.json"));
        try (var door = door(Map.of())) {
            // When
            var arrivals = list(door, "");
            var taken = Taken.from(door, arrivals.getFirst());
            // Then
            assertThat(arrivals).hasSize(1);
            assertThat(taken.bytes).containsOnlyKeys("record.json");
            assertThat(taken.absent)
                    .extracting(Item::presence)
                    .containsExactly(Item.Presence.REFUSED, Item.Presence.REFUSED);
        }
    }

    @Test
    void aFolderThatBecomesALinkWhileItIsReadLeadsNowhere() throws Exception {
        // Given
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.writeString(outside.resolve("note.txt"), "not of this case");
        putCase("K-1", "one", Map.of("below/note.txt", text("of this case")));
        try (var door = door(Map.of())) {
            var arrival = list(door, "").getFirst();
            var taken = new Taken();
            ItemReader switching = new ItemReader() {
                @Override
                public void item(Item item, java.io.InputStream bytes) throws IOException {
                    taken.item(item, bytes);
                    if (item.part() == Item.Part.RECORD) {
                        Files.move(cases().resolve("K-1/below"), folder.resolve("away"));
                        Files.createSymbolicLink(cases().resolve("K-1/below"), outside);
                    }
                }

                @Override
                public void absent(Item item) {}
            };
            // When, then
            assertThatThrownBy(() -> door.read(arrival, switching))
                    .isInstanceOfSatisfying(
                            DoorProblem.class,
                            problem -> assertThat(problem.kind()).isIn(Kind.CHANGED, Kind.GONE));
            assertThat(taken.bytes).containsOnlyKeys("record.json");
        }
    }

    @Test
    void aFolderThatIsNotThereIsNoPartnerWithoutCases() throws Exception {
        // Given
        try (var door = door(Map.of("casesFolder", folder.resolve("nowhere").toString()))) {
            // When, then
            assertThatThrownBy(() -> list(door, ""))
                    .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.NOT_FOUND));
            assertThat(door.test().steps().getLast().name()).isEqualTo("share");
        }
    }

    @Test
    void aShareWithoutItsPresenceFileIsNotTakenForAnEmptyOne() throws Exception {
        // Given
        try (var door = door(Map.of("presenceFile", "../.this-is-the-share"))) {
            // When, then
            assertThatThrownBy(() -> list(door, ""))
                    .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.UNREACHABLE));
            assertThat(door.test().passed()).isFalse();
            Files.createFile(folder.resolve(".this-is-the-share"));
            assertThat(list(door, "")).isEmpty();
            assertThat(door.test().passed()).isTrue();
        }
    }

    @Test
    void aShareThatGoesAwayWhileItIsListedIsNotTakenForTheEndOfTheListing() throws Exception {
        // Given
        Files.createFile(folder.resolve(".this-is-the-share"));
        putCase("K-1", "one", Map.of());
        try (var door = door(Map.of("presenceFile", "../.this-is-the-share"))) {
            var arrival = list(door, "").getFirst();
            // When: the mount point shows itself empty
            Files.delete(folder.resolve(".this-is-the-share"));
            Files.move(cases(), folder.resolve("unmounted"));
            Files.createDirectory(cases());
            // Then
            assertThatThrownBy(() -> Taken.from(door, arrival))
                    .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.UNREACHABLE));
            assertThatThrownBy(() -> door.acknowledge(arrival))
                    .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.UNREACHABLE));
        }
    }

    @Test
    void foldersThatCannotWorkAreRefusedWhenTheDoorIsOpened() {
        for (var wrong : List.of(
                Map.of("casesFolder", "relative/folder"),
                Map.of("casesFolder", "/"),
                Map.of("doneFolder", "done"),
                Map.of("mountPoint", folder.resolve("elsewhere").toString()),
                Map.of("markerFile", "../marker"),
                Map.of("markerFile", "record.json"),
                Map.of("bundleName", "no group"),
                Map.of("bundleName", "("))) {
            // When, then
            assertThatThrownBy(() -> door(wrong))
                    .hasMessageContaining(wrong.keySet().iterator().next())
                    .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.CONFIGURATION));
        }
    }

    @Test
    void aListingIsLazy() throws Exception {
        // Given: what is not looked into yet may go away
        for (int number = 0; number < 300; number++) {
            putCase("K-" + number, "one of many", Map.of());
        }
        try (var door = door(Map.of());
                var arrivals = door.changes("")) {
            var iterator = arrivals.iterator();
            // When
            iterator.next();
            Files.delete(cases().resolve("K-299/record.json"));
            int more = 0;
            for (; iterator.hasNext(); iterator.next()) {
                more++;
            }
            // Then
            assertThat(more).isEqualTo(298);
        }
    }

    @Test
    void theTestOfTheDoorNamesItsSteps() throws Exception {
        // Given
        try (var door = door(Map.of())) {
            // When, then
            assertThat(door.test().steps())
                    .extracting(DoorReport.Step::name)
                    .containsExactly("share", "list", "acknowledge");
        }
    }
}
