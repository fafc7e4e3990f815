package org.safepassage.hub.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.connectors.Doors;
import org.safepassage.hub.configuration.Configuration;
import org.safepassage.hub.house.HouseFolders;
import org.safepassage.hub.house.Said;
import org.safepassage.hub.ledger.PartnerRuns;
import org.safepassage.hub.pipeline.steps.PartnerDoors;
import org.safepassage.hub.pipeline.steps.Room;
import org.safepassage.hub.wiring.House;

@Tag("slow")
class TroubleRoutesTest {
    private static final Map<String, String> DOORS = Map.of("extract.queue", "mock:extract");
    private static final String PASSWORD = "not-the-one-they-gave-us";

    @TempDir
    Path root = Path.of("");

    private final AtomicReference<Double> free = new AtomicReference<>(0.5);

    @SuppressWarnings("NullAway.Init") // set first in each test
    private House house;

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aWrongPasswordNamesPartnerExchangesItemAndNextActionAndIsNotTriedAgain() throws Exception {
        // Given
        try (var server = SshServer.setUpDefaultServer()) {
            server.setHost("127.0.0.1");
            server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider(root.resolve("host-key")));
            server.setPasswordAuthenticator((user, password, session) -> false);
            server.start();
            KeyPair key = server.getKeyPairProvider().loadKeys(null).iterator().next();
            var folders = HouseFolders.make(root);
            HouseFolders.write(folders, "partners/office.yaml", """
                    connector: sp-sftp-cases-source
                    parameters:
                      host: 127.0.0.1
                      port: %d
                      user: hub
                      password: %s
                      hostKey: %s
                      casesFolder: cases
                    mapping: plain
                    caseNumber: /partnerCaseNumber
                    """.formatted(
                    server.getPort(), PASSWORD, KeyUtils.getFingerPrint(BuiltinDigests.sha256, key.getPublic())));
            var configuration = HouseFolders.read(folders);
            PartnerDoors real = name -> Doors.openPartner(
                    configuration.partner(name).connector(),
                    configuration.partner(name).parameters());
            house = House.open(folders, Map.of("partnerDoors", () -> real));
            started();

            try (var said = Said.by(Troubles.class)) {
                // When
                house.send("jms:queue:pull.office", "office");

                // Then
                await().untilAsserted(
                                () -> assertThat(house.backlog("dead.pull")).isEqualTo(1));
                assertThat(said.lines())
                        .singleElement()
                        .asString()
                        .contains("partner=office", "exchanges=office-to-court,office-to-tribunal", "item=office")
                        .contains("after 1 tries", "LOGIN_REFUSED", "Next: Check user, password or key")
                        .doesNotContain(PASSWORD);
            }
            assertThat(house.get(PartnerRuns.class).run("office").failure())
                    .contains("LOGIN_REFUSED", "Next: ")
                    .doesNotContain(PASSWORD);
        }
    }

    @Test
    void withoutRoomOnTheDiskPullingPausesAndGoesOnByItself() throws Exception {
        // Given
        aHouseOnADisk();
        free.set(0.05);
        house.office("office").put("17", "first");
        started();

        // When
        house.send("jms:queue:pull.office", "office");

        // Then: it has come more often than a failing message may
        await().untilAsserted(() -> assertThat(house.givenBack("pull.office")).isGreaterThan(4));
        assertThat(house.office("office").looks()).isZero();
        assertThat(house.backlog("dead.pull")).isZero();
        assertThat(house.get(PartnerRuns.class).run("office").failure())
                .startsWith("paused: 5.0 % of the data folder's disk is free, pulling needs 10.0 %");

        // When
        free.set(0.2);

        // Then
        await().untilAsserted(
                        () -> assertThat(house.office("office").acknowledged()).containsExactly("17"));
        assertThat(house.get(PartnerRuns.class).run("office").failure()).isEmpty();
    }

    @Test
    void whatIsListedWhenTheDiskFillsIsSealedWhenThereIsRoomAgain() throws Exception {
        // Given
        aHouseOnADisk();
        house.office("office").put("17", "first");
        house.office("office").next(() -> free.set(0.05));
        started();

        // When
        house.send("jms:queue:pull.office", "office");

        // Then
        await().untilAsserted(() -> assertThat(house.givenBack("seal.office")).isGreaterThan(4));
        assertThat(house.office("office").looks()).isEqualTo(1);
        assertThat(house.backlog("dead.seal")).isZero();

        // When
        free.set(0.2);

        // Then
        await().untilAsserted(
                        () -> assertThat(house.office("office").acknowledged()).containsExactly("17"));
    }

    private void aHouseOnADisk() throws Exception {
        house = House.open(
                HouseFolders.make(root), Map.of("room", () -> new Room(() -> Objects.requireNonNull(free.get()), 0.1)));
    }

    private void started() {
        house.start(DOORS, ArrivalRoutes.class);
        house.instances().partners(house.get(Configuration.class));
    }
}
