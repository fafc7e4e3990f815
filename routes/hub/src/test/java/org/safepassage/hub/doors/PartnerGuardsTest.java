package org.safepassage.hub.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safepassage.connectors.Arrival;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Item;
import org.safepassage.connectors.ItemReader;
import org.safepassage.connectors.PartnerDoor;
import org.safepassage.hub.configuration.PartnerFile;
import org.safepassage.hub.configuration.PartnerLimits;
import org.safepassage.hub.house.Office;
import org.safepassage.hub.pipeline.WaitForPartner;

/// A partner's limits around its door. The office behind it fails on demand, as no real one would.
class PartnerGuardsTest {
    private static final PartnerLimits NONE = new PartnerLimits(0, 0, 0, 1, 0, 1);

    private final PartnerGuards guards = new PartnerGuards();
    private final Office office = new Office();

    @BeforeEach
    void anOfficeWithOneCase() {
        office.put("17", "a title");
    }

    @Test
    void aPartnerThatFailsInARowIsLeftAloneAndOneCallTriesWhetherItIsBack() throws Exception {
        // Given
        var door = door("office", new PartnerLimits(0, 0, 0, 1, 2, 1));
        for (int failure = 0; failure < 2; failure++) {
            office.next(PartnerGuardsTest::gone);
            assertThatThrownBy(() -> door.changes("")).isInstanceOf(DoorProblem.class);
        }

        // When, Then: nobody knocks while it rests
        assertThatThrownBy(() -> door.changes("")).isInstanceOf(WaitForPartner.class);
        assertThat(office.looks()).isEqualTo(2);
        assertThat(guards.rests("office")).isTrue();
        assertThat(list(door("another", NONE))).isEqualTo(1);

        // When, Then: after the rest one tries, and as it fails it rests again
        office.next(PartnerGuardsTest::gone);
        await().pollDelay(Duration.ofMillis(1100)).until(() -> true);
        assertThatThrownBy(() -> door.changes("")).isInstanceOf(DoorProblem.class);
        assertThatThrownBy(() -> door.changes("")).isInstanceOf(WaitForPartner.class);

        // When, Then: it is back
        await().pollDelay(Duration.ofMillis(1100)).until(() -> true);
        assertThat(list(door)).isEqualTo(1);
        assertThat(guards.rests("office")).isFalse();
    }

    @Test
    void aBadCaseFileDoesNotSpeakAgainstThePartner() {
        // Given
        var door = door("office", new PartnerLimits(0, 0, 0, 1, 2, 60));

        // When
        for (int file = 0; file < 4; file++) {
            office.next(() -> {
                throw new DoorProblem(DoorProblem.Kind.HOSTILE, "a bundle");
            });
            assertThatThrownBy(() -> door.changes("")).isInstanceOf(DoorProblem.class);
        }

        // Then
        assertThat(guards.rests("office")).isFalse();
    }

    @Test
    void aFileOverTheLimitEndsTheReadingWhateverThePartnerSaysOfItsSize() throws Exception {
        // Given: one says that it is large, one says nothing and is
        office.attach("17", "film.mp4", "x".repeat(3 << 20));
        var arrival = arrival();
        var door = door("office", new PartnerLimits(0, 0, 2, 1, 0, 1));

        // When, Then
        assertThatThrownBy(() -> door.read(arrival, new Drain()))
                .isInstanceOf(DoorProblem.class)
                .hasMessageContaining("limits.largestItemMegabytes")
                .hasMessageNotContaining("film.mp4");
        var unsaid = new Arrival(
                arrival.key(),
                arrival.place(),
                arrival.fingerprint(),
                arrival.cursor(),
                arrival.items().stream()
                        .map(item -> new Item(item.path(), -1, item.part(), item.presence()))
                        .toList());
        assertThatThrownBy(() -> door.read(unsaid, new Drain())).hasMessageContaining("limits.largestItemMegabytes");
        door("larger", new PartnerLimits(0, 0, 4, 1, 0, 1)).read(unsaid, new Drain());
    }

    @Test
    void callsAndBytesComeAtThePartnersPace() throws Exception {
        // Given: 600 calls a minute let 600 pass at once; 400 kB come in slices of 40 kB each tenth of a second
        office.attach("17", "film.mp4", "x".repeat(400_000));
        var door = door("office", new PartnerLimits(600, 400_000, 0, 1, 0, 1));
        var drain = new Drain();

        // When
        long begun = System.nanoTime();
        door.read(arrival(), drain);
        var took = Duration.ofNanos(System.nanoTime() - begun);

        // Then
        assertThat(drain.count).isGreaterThan(400_000);
        assertThat(took).isBetween(Duration.ofMillis(700), Duration.ofSeconds(20));
    }

    private PartnerDoor door(String name, PartnerLimits limits) {
        return guards.guarded(new PartnerFile(name, name, "sp-none", Map.of(), "plain", "/number", limits), office);
    }

    private Arrival arrival() throws IOException {
        try (var listing = office.changes("")) {
            return listing.findFirst().orElseThrow();
        }
    }

    private static long list(PartnerDoor door) throws IOException {
        try (var listing = door.changes("")) {
            return listing.count();
        }
    }

    private static void gone() throws IOException {
        throw new DoorProblem(DoorProblem.Kind.UNREACHABLE, "nobody answers");
    }

    private static final class Drain implements ItemReader {
        private long count;

        @Override
        public void item(Item item, InputStream bytes) throws IOException {
            count += bytes.transferTo(OutputStream.nullOutputStream());
        }

        @Override
        public void absent(Item item) {}
    }
}
