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
import org.safepassage.connectors.peers.CuttingLine;
import org.safepassage.schemas.Content;

/// What every recipient door promises. A transport's test inherits it and supplies the real server behind the door.
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class RecipientDoorContract {
    /// A door with correct parameters, and those the test wants otherwise.
    protected abstract RecipientDoor door(Map<String, String> otherwise) throws IOException;

    /// What the recipient sees, final and partial files.
    protected abstract List<String> names() throws IOException;

    protected abstract byte[] delivered(String name) throws IOException;

    /// How many bytes the recipient has under a name, 0 if nothing.
    protected abstract long there(String name);

    protected abstract void putThere(String name, byte[] bytes) throws IOException;

    protected abstract void putReceipt(String name, byte[] bytes) throws IOException;

    protected abstract Map<String, String> wrongPassword();

    protected abstract Map<String, String> through(int port);

    protected abstract int port();

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
    void deliveringAgainSendsNothing() throws Exception {
        // Given
        byte[] bytes = noise(2_000_000, 1);
        try (var line = new CuttingLine(port());
                var door = door(through(line.port()))) {
            door.deliver("sp-1", Content.of(bytes));
            long before = line.carried();
            // When: compared by size only, so that reading back does not hide a second sending
            try (var other = door(with(through(line.port()), Map.of("compareMegabytes", "0")))) {
                var again = other.deliver("sp-1", Content.of(bytes));
                // Then
                assertThat(again).isEqualTo(new Delivery.AlreadyThere());
                assertThat(line.carried() - before).isLessThan(200_000);
            }
            assertThat(door.deliver("sp-1", Content.of(bytes))).isEqualTo(new Delivery.AlreadyThere());
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
    protected void aDeliveryCutInTheMiddleGoesOnWhereItBroke() throws Exception {
        // Given
        byte[] bytes = noise(4_000_000, 1);
        try (var line = new CuttingLine(port());
                var door = door(through(line.port()))) {
            line.cutAfter(3_000_000, () -> there("sp-1.part") > 2_500_000);
            // When
            var delivery = door.deliver("sp-1", Content.of(bytes));
            // Then
            assertThat(delivery).isEqualTo(new Delivery.Delivered());
            assertThat(delivered("sp-1")).isEqualTo(bytes);
            assertThat(line.connections()).isGreaterThan(1);
            // From the beginning again it would be seven million.
            assertThat(line.carried()).isLessThan(6_000_000);
        }
    }

    @Test
    void whereverTheLineIsCutTheFileIsThereOnceAndWhole() throws Exception {
        // Given
        byte[] bytes = noise(20_000, 1);
        long whole;
        try (var line = new CuttingLine(port());
                var door = door(through(line.port()))) {
            door.deliver("sp-measured", Content.of(bytes));
            whole = line.carried();
        }
        for (int cut = 1; cut <= 24; cut++) {
            try (var line = new CuttingLine(port());
                    var door = door(through(line.port()))) {
                line.cutAfter(whole * cut / 24);
                // When
                var delivery = door.deliver("sp-" + cut, Content.of(bytes));
                if (delivery instanceof Delivery.Failed failed && failed.kind().passing()) {
                    delivery = door.deliver("sp-" + cut, Content.of(bytes));
                }
                // Then
                assertThat(delivery).as("cut " + cut).isIn(new Delivery.Delivered(), new Delivery.AlreadyThere());
                assertThat(delivered("sp-" + cut)).isEqualTo(bytes);
            }
        }
        assertThat(names()).hasSize(25).noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void aServerThatGoesAwayIsAPassingFailure() throws Exception {
        // Given
        try (var line = new CuttingLine(port());
                var door = door(through(line.port()))) {
            line.refuse(true);
            // When
            var delivery = door.deliver("sp-1", Content.of(noise(1_000, 1)));
            // Then
            assertThat(delivery)
                    .isInstanceOfSatisfying(
                            Delivery.Failed.class,
                            failed -> assertThat(failed.kind().passing()).isTrue());
        }
    }

    @Test
    void aRefusedPasswordSaysSo() throws Exception {
        // Given
        try (var door = door(wrongPassword())) {
            // When
            var delivery = door.deliver("sp-1", Content.of(noise(1_000, 1)));
            // Then
            assertThat(delivery).isInstanceOfSatisfying(Delivery.Failed.class, failed -> {
                assertThat(failed.kind()).isEqualTo(Kind.LOGIN_REFUSED);
                assertThat(failed.reason()).doesNotContain("wrong-secret");
            });
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
