package org.safepassage.hub.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.hub.configuration.Configuration;
import org.safepassage.hub.house.HouseFolders;
import org.safepassage.hub.wiring.House;

@Tag("slow")
class ScheduleRoutesTest {
    @TempDir
    Path root = Path.of("");

    @SuppressWarnings("NullAway.Init") // set before each test
    private House house;

    @BeforeEach
    void aHouseWithOneSchedule() throws Exception {
        var folders = HouseFolders.make(root);
        HouseFolders.write(folders, "exchanges/office-to-court.yaml", """
                partner: office
                recipient: court
                agreement: office-court
                purpose: accountability
                schedule:
                  cron: "* * * * * ?"
                  zone: Europe/Copenhagen
                """);
        house = House.open(folders, Map.of());
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void whenTheScheduleFiresThePartnerIsPulledAndNotTwiceAtOnce() {
        // Given
        house.start(Map.of("schedule.timer", "direct:fire.{{exchange}}"), ScheduleRoutes.class);
        house.instances().schedules(house.get(Configuration.class));

        // When
        house.send("direct:fire.office-to-court", "");
        house.send("direct:fire.office-to-court", "");

        // Then
        assertThat(house.backlog("pull.office")).isEqualTo(1);
        assertThat(house.backlog("pull.archive")).isZero();
    }

    @Test
    void theCronOfTheExchangeFires() {
        // Given
        house.start(Map.of(), ScheduleRoutes.class);

        // When
        house.instances().schedules(house.get(Configuration.class));

        // Then
        await().untilAsserted(() -> assertThat(house.backlog("pull.office")).isEqualTo(1));
    }
}
