package org.safepassage.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.schemas.Content;

/// What every recipient door promises, whether or not a line lies between the hub and the recipient. The
/// test of a door to a server inherits [RecipientDoorContract], which adds what a line does.
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class DeliveredConsignmentsContract {
    /// A door with correct parameters, and those the test wants otherwise.
    protected abstract RecipientDoor door(Map<String, String> otherwise) throws IOException;

    /// What the recipient sees, final and partial files.
    protected abstract List<String> names() throws IOException;

    protected abstract byte[] delivered(String name) throws IOException;

    protected abstract void putThere(String name, byte[] bytes) throws IOException;

    protected abstract void putReceipt(String name, byte[] bytes) throws IOException;

    protected static byte[] noise(int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    @Test
    void aConsignmentArrivesWholeUnderItsNameOnly() throws Exception {
        // Given
        byte[] bytes = noise(500_000, 1);
        try (var door = door(Map.of())) {
            // When
            var delivery = door.deliver("sp-2026-1.tar.gpg", Content.of(bytes));
            // Then
            assertThat(delivery).isEqualTo(new Delivery.Delivered());
            assertThat(names()).containsExactly("sp-2026-1.tar.gpg");
            assertThat(delivered("sp-2026-1.tar.gpg")).isEqualTo(bytes);
        }
    }

    @Test
    void deliveringAgainFindsTheFileThere() throws Exception {
        // Given
        byte[] bytes = noise(200_000, 1);
        for (String compareMegabytes : List.of("0", "64")) {
            try (var door = door(Map.of("compareMegabytes", compareMegabytes))) {
                door.deliver("sp-1", Content.of(bytes));
                // When
                var again = door.deliver("sp-1", Content.of(bytes));
                // Then
                assertThat(again).isEqualTo(new Delivery.AlreadyThere());
                assertThat(names()).containsExactly("sp-1");
            }
        }
    }

    @Test
    void aDifferentFileUnderTheNameIsNeverOverwritten() throws Exception {
        // Given
        byte[] theirs = noise(1_000, 1);
        putThere("sp-1", theirs);
        try (var door = door(Map.of())) {
            // When
            var sameSize = door.deliver("sp-1", Content.of(noise(1_000, 2)));
            var otherSize = door.deliver("sp-1", Content.of(noise(1_001, 3)));
            // Then
            assertThat(List.of(sameSize, otherSize))
                    .allSatisfy(delivery -> assertThat(delivery)
                            .isInstanceOfSatisfying(
                                    Delivery.Failed.class,
                                    failed -> assertThat(failed.kind()).isEqualTo(Kind.OCCUPIED)));
            assertThat(delivered("sp-1")).isEqualTo(theirs);
        }
    }

    @Test
    protected void aPartialFileOfAnEarlierRunIsReplaced() throws Exception {
        // Given
        putThere("sp-1.part", noise(700_000, 9));
        byte[] bytes = noise(500_000, 1);
        try (var door = door(Map.of())) {
            // When
            var delivery = door.deliver("sp-1", Content.of(bytes));
            // Then
            assertThat(delivery).isEqualTo(new Delivery.Delivered());
            assertThat(delivered("sp-1")).isEqualTo(bytes);
            assertThat(names()).containsExactly("sp-1");
        }
    }

    @Test
    void aNameThatIsNoPlainFileNameIsRefused() throws Exception {
        // Given
        try (var door = door(Map.of())) {
            for (String name : List.of("../x", "a/b", "", ".hidden", "a\nb", "x.part")) {
                // When, then
                assertThatThrownBy(() -> door.deliver(name, Content.of(new byte[1])))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void receiptsAreReadAndMovedAwayOnce() throws Exception {
        // Given
        putReceipt("r-1.json", "{\"n\":1}".getBytes(StandardCharsets.UTF_8));
        putReceipt("r-2.json", "{\"n\":2}".getBytes(StandardCharsets.UTF_8));
        try (var door = door(Map.of())) {
            List<ReceiptFile> waiting;
            try (var receipts = door.receipts()) {
                waiting = receipts.toList();
            }
            var first = waiting.getFirst();
            byte[] bytes;
            try (var in = first.content().open()) {
                bytes = in.readAllBytes();
            }
            // When
            door.acknowledgeReceipt(first);
            door.acknowledgeReceipt(first);
            // Then
            assertThat(waiting).extracting(ReceiptFile::name).containsExactlyInAnyOrder("r-1.json", "r-2.json");
            assertThat(new String(bytes, StandardCharsets.UTF_8)).startsWith("{\"n\":");
            try (var receipts = door.receipts()) {
                assertThat(receipts).hasSize(1);
            }
        }
    }

    @Test
    void aTestOfTheDoorPassesAndPutsNothingThere() throws Exception {
        // Given
        try (var door = door(Map.of())) {
            // When
            var report = door.test();
            // Then
            assertThat(report.steps()).allMatch(DoorReport.Step::passed);
            assertThat(names()).isEmpty();
        }
    }

    protected static Map<String, String> with(Map<String, String> first, Map<String, String> second) {
        var both = new LinkedHashMap<>(first);
        both.putAll(second);
        return both;
    }
}
