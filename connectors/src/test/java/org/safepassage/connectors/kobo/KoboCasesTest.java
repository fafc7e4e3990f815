package org.safepassage.connectors.kobo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
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

/// The KoboToolbox source against a fake of the documented interface (not run against the real program).
class KoboCasesTest extends PartnerDoorContract {
    private final KoboFake kobo = new KoboFake();

    @AfterEach
    void close() {
        kobo.close();
    }

    private static String url(int port) {
        return "http://127.0.0.1:" + port + "/";
    }

    @Override
    protected PartnerDoor door(Map<String, String> otherwise) throws IOException {
        var parameters = new HashMap<>(Map.of(
                "url", url(port()),
                "token", "right-secret",
                "form", KoboFake.FORM,
                "pageSize", "10",
                "caseNumberPointer", "/number"));
        parameters.putAll(otherwise);
        return Doors.openPartner("sp-kobo-cases-source", parameters);
    }

    @Override
    protected void putCase(String number, String title, Map<String, byte[]> exhibits) {
        kobo.put(number, title, exhibits);
    }

    @Override
    protected void putManyCases(int count) {
        for (int number = 0; number < count; number++) kobo.put("K-" + number, "one of many", Map.of());
    }

    @Override
    protected Map<String, String> wrongPassword() {
        return Map.of("token", "wrong-secret");
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
        return kobo.port();
    }

    @Override
    protected boolean acknowledgingEmptiesTheListing() {
        return false;
    }

    @Test
    void theRootOfASubmissionIsItsCaseNumberThroughAllItsEdits() throws Exception {
        // Given
        putCase("K-1", "first", Map.of());
        try (var door = door(Map.of("caseNumberPointer", "/meta~1rootUuid"))) {
            var first = list(door, "").getFirst();
            // When
            putCase("K-1", "second", Map.of());
            putCase("K-1", "third", Map.of());
            // Then
            assertThat(first.key()).isEqualTo(kobo.root("K-1"));
            assertThat(list(door, "")).extracting(Arrival::key).containsOnly(first.key());
        }
    }

    @Test
    void anEditLongAfterTheCursorIsFoundByReconciling() throws Exception {
        // Given: many submissions, all seen
        putManyCases(40);
        try (var door = door(Map.of("overlapSeconds", "0"))) {
            String cursor = list(door, "").getLast().cursor();
            assertThat(list(door, cursor)).extracting(Arrival::key).containsExactly("K-39");
            // When: the oldest is edited, twice
            putCase("K-0", "edited", Map.of("note.txt", text("new")));
            putCase("K-0", "edited again", Map.of("note.txt", text("newer")));
            // Then
            var again = list(door, cursor);
            assertThat(again).extracting(Arrival::key).containsExactly("K-0", "K-39");
            assertThat(again).allSatisfy(arrival -> assertThat(arrival.cursor()).isGreaterThanOrEqualTo(cursor));
            var taken = Taken.from(door, again.getFirst());
            assertThat(new String(taken.jsonRecord(), StandardCharsets.UTF_8)).contains("edited again");
            assertThat(taken.bytes).containsEntry("note.txt", text("newer"));
        }
    }

    @Test
    void aSubmissionThatShiftsWhileSomebodyDeletesIsNotLeftOut() throws Exception {
        // Given
        putManyCases(30);
        var once = new AtomicBoolean();
        kobo.meanwhile = query -> {
            boolean second = "10".equals(query.get("start")) && !query.containsKey("fields");
            if (second && !once.getAndSet(true)) kobo.remove("K-0");
        };
        try (var door = door(Map.of())) {
            // When
            var keys = list(door, "").stream().map(Arrival::key).toList();
            // Then
            assertThat(keys).contains("K-10", "K-29").hasSizeBetween(29, 30);
        }
    }

    @Test
    void aDeletedAttachmentIsMissing() throws Exception {
        // Given
        putCase("K-1", "one", Map.of("gone.jpg", noise(10, 1)));
        kobo.media.clear();
        try (var door = door(Map.of())) {
            // When
            var taken = Taken.from(door, list(door, "").getFirst());
            // Then
            assertThat(taken.absent).singleElement().satisfies(item -> {
                assertThat(item.path()).isEqualTo("gone.jpg");
                assertThat(item.presence()).isEqualTo(Item.Presence.MISSING);
            });
        }
    }

    @Test
    void mediaOnAnotherHostAreAskedForOnlyWhenItIsListedAndWithoutTheToken() throws Exception {
        // Given
        putCase("K-1", "one", Map.of("a.jpg", noise(10, 1)));
        try (var elsewhere = new KoboFake();
                var door = door(Map.of());
                var listed = door(Map.of("otherHosts", "127.0.0.1:" + elsewhere.port()))) {
            kobo.mediaHost = "http://127.0.0.1:" + elsewhere.port();
            var arrival = list(door, "").getFirst();
            // When, then
            assertThatThrownBy(() -> Taken.from(door, arrival))
                    .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.CONFIGURATION))
                    .hasMessageContaining("otherHosts");
            assertThat(elsewhere.asked).isEmpty();
            assertThatThrownBy(() -> Taken.from(listed, arrival))
                    .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.LOGIN_REFUSED));
            assertThat(elsewhere.asked).isNotEmpty();
        }
    }

    @Test
    void theServersPauseIsKeptAndAMarkChangesNoFingerprint() throws Exception {
        // Given
        putCase("K-1", "one", Map.of());
        kobo.refusals.addAll(List.of(429, 503));
        try (var door = door(Map.of("acknowledge", "on-hold"))) {
            // When
            var arrival = list(door, "").getFirst();
            door.acknowledge(arrival);
            // Then
            assertThat(kobo.marks).containsValue("validation_status_on_hold").hasSize(1);
            assertThat(list(door, "").getFirst().fingerprint()).isEqualTo(arrival.fingerprint());
            door.acknowledge(arrival);
        }
    }

    @Test
    void aFormIsNamedByItsUidAlone() {
        for (String form : List.of("../users", "a/b/c/d/e/f", "")) {
            assertThatThrownBy(() -> door(Map.of("form", form))).hasMessageContaining("form");
        }
    }
}
