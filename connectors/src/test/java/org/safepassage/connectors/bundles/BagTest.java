package org.safepassage.connectors.bundles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gov.loc.repository.bagit.creator.BagCreator;
import gov.loc.repository.bagit.hash.StandardSupportedAlgorithms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.connectors.Arrival;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.Doors;
import org.safepassage.connectors.Item;
import org.safepassage.connectors.PartnerDoor;
import org.safepassage.connectors.Taken;

/// BagIt bags made by the Library of Congress's own program, as folders and zipped, good and spoilt.
class BagTest {
    private static final byte[] PHOTOGRAPH = new byte[100_000];

    @TempDir
    Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        Files.createDirectory(folder.resolve("cases"));
    }

    private Path bag(String name, StandardSupportedAlgorithms... algorithms) throws Exception {
        Path bag = Files.createDirectories(folder.resolve("cases").resolve(name));
        Files.createDirectory(bag.resolve("photos"));
        Files.writeString(bag.resolve("record.json"), "{\"number\":\"K-1\"}");
        Files.write(bag.resolve("photos/one.jpg"), PHOTOGRAPH);
        Files.writeString(bag.resolve("100% сведчанне.txt"), "цётка");
        BagCreator.bagInPlace(bag, new ArrayList<>(List.of(algorithms)), false);
        return bag;
    }

    private PartnerDoor door() throws IOException {
        return Doors.openPartner(
                "sp-folder-cases-source",
                Map.of(
                        "casesFolder", folder.resolve("cases").toString(),
                        "caseNumberPointer", "/number",
                        "settleSeconds", "0"));
    }

    private static Arrival only(PartnerDoor door) throws IOException {
        try (var arrivals = door.changes("")) {
            return arrivals.toList().getFirst();
        }
    }

    private void zip(Path bag, String file) throws IOException {
        var members = new LinkedHashMap<String, byte[]>();
        try (Stream<Path> files = Files.walk(bag)) {
            for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
                members.put(folder.resolve("cases").relativize(each).toString(), Files.readAllBytes(each));
            }
        }
        Files.write(folder.resolve("cases").resolve(file), Zips.of(members));
    }

    private void hide(Path bag) throws IOException {
        Files.move(bag, folder.resolve(bag.getFileName().toString()));
    }

    private void readIsRefused(String because) throws IOException {
        try (var door = door()) {
            var arrival = only(door);
            assertThatThrownBy(() -> Taken.from(door, arrival))
                    .hasMessageContaining(because)
                    .isInstanceOfSatisfying(
                            DoorProblem.class,
                            problem -> assertThat(problem.kind()).isEqualTo(Kind.HOSTILE));
        }
    }

    @Test
    void aBagGivesItsPayloadAndSealsWhatDescribesIt() throws Exception {
        // Given
        bag("K-1", StandardSupportedAlgorithms.SHA512);
        try (var door = door()) {
            // When
            var arrival = only(door);
            var taken = Taken.from(door, arrival);
            // Then
            assertThat(arrival.key()).isEqualTo("K-1");
            assertThat(taken.parts)
                    .containsEntry("record.json", Item.Part.RECORD)
                    .containsEntry("photos/one.jpg", Item.Part.EXHIBIT)
                    .containsEntry("100% сведчанне.txt", Item.Part.EXHIBIT)
                    .containsEntry("bagit.txt", Item.Part.ORIGINAL)
                    .containsEntry("manifest-sha512.txt", Item.Part.ORIGINAL)
                    .containsEntry("tagmanifest-sha512.txt", Item.Part.ORIGINAL);
            assertThat(taken.bytes.get("photos/one.jpg")).isEqualTo(PHOTOGRAPH);
        }
    }

    @Test
    void aZippedBagGivesItselfAndItsPayload() throws Exception {
        // Given
        Path bag = bag("K-1", StandardSupportedAlgorithms.SHA256, StandardSupportedAlgorithms.MD5);
        zip(bag, "K-2.zip");
        hide(bag);
        try (var door = door()) {
            // When
            var arrival = only(door);
            var taken = Taken.from(door, arrival);
            // Then
            assertThat(arrival.key()).isEqualTo("K-2");
            assertThat(taken.parts)
                    .containsOnlyKeys("K-2.zip", "record.json", "photos/one.jpg", "100% сведчанне.txt")
                    .containsEntry("K-2.zip", Item.Part.ORIGINAL)
                    .containsEntry("record.json", Item.Part.RECORD);
        }
    }

    @Test
    void aFileWithAnotherDigestIsToldWhereverItIs() throws Exception {
        // Given
        Path bag = bag("K-1", StandardSupportedAlgorithms.SHA256);
        byte[] spoilt = PHOTOGRAPH.clone();
        spoilt[99_999] = 1;
        Files.write(bag.resolve("data/photos/one.jpg"), spoilt);
        // When, then
        readIsRefused("not what the bag's manifest says (SHA-256)");
        zip(bag, "K-2.zip");
        hide(bag);
        readIsRefused("not what the bag's manifest says (SHA-256)");
    }

    @Test
    void theStrongestManifestCounts() throws Exception {
        // Given: a manifest of weak digests that agrees, and a strong one that does not
        Path bag = bag("K-1", StandardSupportedAlgorithms.MD5, StandardSupportedAlgorithms.SHA512);
        Path strong = bag.resolve("manifest-sha512.txt");
        String first = Files.readString(strong).substring(0, 1);
        Files.writeString(strong, Files.readString(strong).replaceFirst(first, first.equals("0") ? "1" : "0"));
        // When, then
        readIsRefused("manifest says (SHA-512)");
    }

    @Test
    void aFileThatDescribesTheBagIsCheckedToo() throws Exception {
        // Given
        Path bag = bag("K-1", StandardSupportedAlgorithms.SHA256);
        Files.writeString(bag.resolve("bag-info.txt"), "Bagging-Date: 2026-01-01\nPayload-Oxum: 1.1\n");
        Files.writeString(bag.resolve("tagmanifest-sha256.txt"), "0".repeat(64) + "  bag-info.txt\n");
        // When, then
        readIsRefused("not what the bag's manifest says");
    }

    @Test
    void aBagThatIsNotCompleteIsToldWithHowManyAreMissing() throws Exception {
        // Given
        Path bag = bag("K-1", StandardSupportedAlgorithms.SHA256);
        Files.delete(bag.resolve("data/photos/one.jpg"));
        // When, then
        readIsRefused("not complete: 1 file(s)");
    }

    @Test
    void aFileThatNoManifestNamesIsTold() throws Exception {
        // Given
        Path bag = bag("K-1", StandardSupportedAlgorithms.SHA256);
        Files.writeString(bag.resolve("data/slipped-in.txt"), "x");
        // When, then
        readIsRefused("no manifest");
    }

    @Test
    void aBagThatIsNoneIsTold() throws Exception {
        // Given
        Path bag = bag("K-1", StandardSupportedAlgorithms.SHA256);
        Path manifest = bag.resolve("manifest-sha256.txt");
        String good = Files.readString(manifest);
        var spoilt = new LinkedHashMap<String, String>();
        spoilt.put("leaves", good + "0".repeat(64) + "  ../../outside.txt\n");
        spoilt.put("above", good + "0".repeat(64) + "  data/../../outside.txt\n");
        spoilt.put("short", good + "00  data/record.json\n");
        spoilt.put("words", good + "not a digest\n");
        for (String text : spoilt.values()) {
            Files.writeString(manifest, text);
            // When, then
            readIsRefused("manifest");
        }
        Files.writeString(manifest, good);
        Files.delete(bag.resolve("tagmanifest-sha256.txt"));
        Files.writeString(bag.resolve("bagit.txt"), "This is no declaration\n");
        readIsRefused("bagit.txt");
        Files.writeString(
                bag.resolve("bagit.txt"),
                "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
                StandardCharsets.UTF_8);
        try (var door = door()) {
            assertThat(Taken.from(door, only(door)).bytes).containsKey("record.json");
        }
    }
}
