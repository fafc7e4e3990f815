package org.safepassage.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.peers.CuttingLine;
import org.safepassage.schemas.Content;

/// What every recipient door to a server promises. A transport's test inherits it and supplies the real
/// server behind the door.
public abstract class RecipientDoorContract extends DeliveredConsignmentsContract {
    /// How many bytes the recipient has under a name, 0 if nothing.
    protected abstract long there(String name);

    protected abstract Map<String, String> wrongPassword();

    protected abstract Map<String, String> through(int port);

    protected abstract int port();

    /// A quarter of a delivery that is cut after three quarters, in bytes.
    protected int piece() {
        return 1_000_000;
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
    protected void aDeliveryCutInTheMiddleGoesOnWhereItBroke() throws Exception {
        // Given
        byte[] bytes = noise(4 * piece(), 1);
        try (var line = new CuttingLine(port());
                var door = door(through(line.port()))) {
            line.cutAfter(3L * piece(), () -> there("sp-1.part") > 2.5 * piece());
            // When
            var delivery = door.deliver("sp-1", Content.of(bytes));
            // Then
            assertThat(delivery).isEqualTo(new Delivery.Delivered());
            assertThat(delivered("sp-1")).isEqualTo(bytes);
            assertThat(line.connections()).isGreaterThan(1);
            // From the beginning again it would be seven pieces.
            assertThat(line.carried()).isLessThan(6L * piece());
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
}
