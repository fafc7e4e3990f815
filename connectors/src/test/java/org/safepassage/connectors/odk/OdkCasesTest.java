package org.safepassage.connectors.odk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.safepassage.connectors.Arrival;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.Doors;
import org.safepassage.connectors.Item;
import org.safepassage.connectors.PartnerDoor;
import org.safepassage.connectors.PartnerDoorContract;
import org.safepassage.connectors.Taken;
import org.safepassage.connectors.peers.Peer;

/// The ODK Central source against a fake of the documented interface (not run against the real program).
class OdkCasesTest extends PartnerDoorContract {
    private final OdkFake central = new OdkFake();

    @AfterEach
    void close() {
        central.close();
    }

    private static String url(int port) {
        return "http://127.0.0.1:" + port + "/";
    }

    @Override
    protected PartnerDoor door(Map<String, String> otherwise) throws IOException {
        var parameters = new HashMap<>(Map.of(
                "url", url(port()),
                "user", "hub@invented.example",
                "password", "right-secret",
                "project", "7",
                "form", OdkFake.FORM,
                "pageSize", "10",
                "caseNumberPointer", "/number"));
        parameters.putAll(otherwise);
        return Doors.openPartner("sp-odk-cases-source", parameters);
    }

    @Override
    protected void putCase(String number, String title, Map<String, byte[]> exhibits) {
        central.put(number, title, exhibits);
    }

    @Override
    protected void putManyCases(int count) {
        for (int number = 0; number < count; number++) central.put("K-" + number, "one of many", Map.of());
    }

    @Override
    protected Map<String, String> wrongPassword() {
        return Map.of("password", "wrong-secret");
    }

    @Override
    protected Map<String, String> nobodyThere() {
        return Map.of("url", url(Peer.freePort()));
    }

    @Override
    protected Map<String, String> through(int port) {
        return Map.of("url", url(port));
    }

    @Override
    protected int port() {
        return central.port();
    }

    @Override
    protected boolean acknowledgingEmptiesTheListing() {
        return false;
    }

    @Test
    void anUpdateLongAfterTheCursorComesByItsTime() throws Exception {
        // Given
        putManyCases(30);
        try (var door = door(Map.of("overlapSeconds", "0"))) {
            String cursor = list(door, "").getLast().cursor();
            // When
            putCase("K-3", "edited", Map.of("note.txt", text("new")));
            // Then
            assertThat(list(door, cursor)).extracting(Arrival::key).containsExactlyInAnyOrder("K-3", "K-29");
        }
    }

    @Test
    void aSubmissionThatTheFormsOwnKeyLocksIsToldAndTheRestComes() throws Exception {
        // Given
        putCase("K-1", "one", Map.of());
        putCase("K-2", "two", Map.of());
        central.lock("K-1");
        try (var door = door(Map.of())) {
            // When
            var arrivals = list(door, "");
            // Then
            assertThat(arrivals).hasSize(2);
            for (Arrival arrival : arrivals) {
                if (arrival.key().equals("K-1")) {
                    assertThatThrownBy(() -> Taken.from(door, arrival))
                            .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.PERMISSION))
                            .hasMessageContaining("encrypted with the form's own key");
                } else {
                    assertThat(Taken.from(door, arrival).bytes).containsKey("record.json");
                }
            }
        }
    }

    @Test
    void aSessionThatEndsInMidRunIsOpenedAgainAndTheLastIsClosed() throws Exception {
        // Given
        putManyCases(25);
        central.sessionLasts = 7;
        try (var door = door(Map.of())) {
            // When
            assertThat(list(door, "")).hasSize(25);
        }
        // Then
        assertThat(central.sessions.get()).isGreaterThan(3);
        assertThat(central.closed.get()).isEqualTo(1);
    }

    @Test
    void aDeletedAttachmentIsMissingAndOneThatComesLaterIsAChange() throws Exception {
        // Given
        putCase("K-1", "one", Map.of("a.jpg", noise(10, 1), "b.jpg", noise(10, 2)));
        try (var door = door(Map.of())) {
            var arrival = list(door, "").getFirst();
            // When
            central.lose("K-1", "b.jpg");
            var taken = Taken.from(door, arrival);
            // Then
            assertThat(taken.bytes).containsKey("a.jpg").doesNotContainKey("b.jpg");
            putCase("K-1", "one", Map.of("a.jpg", noise(10, 1), "b.jpg", noise(10, 2), "c.jpg", noise(10, 3)));
            assertThat(list(door, "").getFirst().fingerprint()).isNotEqualTo(arrival.fingerprint());
        }
    }

    @Test
    void aReviewStateOfOursIsNoChangeAndTheServersPauseIsKept() throws Exception {
        // Given
        putCase("K-1", "one", Map.of());
        central.refusals.addAll(List.of(429));
        try (var door = door(Map.of("acknowledge", "approved"))) {
            var arrival = list(door, "").getFirst();
            // When
            door.acknowledge(arrival);
            // Then
            assertThat(central.state("K-1")).isEqualTo("approved");
            assertThat(list(door, "").getFirst().fingerprint()).isEqualTo(arrival.fingerprint());
        }
    }

    @Test
    void namesOfAttachmentsLeadNowhereElse() throws Exception {
        // Given
        putCase(
                "K-1",
                "one",
                Map.of("../../../sessions", text("a"), "b\u202Egpj.exe", text("b"), "c d?e#f.txt", text("c")));
        try (var door = door(Map.of())) {
            // When
            var taken = Taken.from(door, list(door, "").getFirst());
            // Then
            assertThat(taken.bytes.keySet())
                    .contains("b%202Egpj.exe", "c d?e#f.txt")
                    .noneMatch(path -> path.contains(".."));
            assertThat(taken.absent).noneMatch(item -> item.presence() == Item.Presence.REFUSED);
        }
    }
}
