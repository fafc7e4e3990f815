package org.safepassage.hub.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.hub.configuration.AppliedState;
import org.safepassage.hub.configuration.RunningConfiguration;
import org.safepassage.hub.house.HouseFolders;
import org.safepassage.hub.ledger.ColumnSeal;
import org.safepassage.hub.wiring.House;
import org.safepassage.hub.wiring.HubFolders;

/// Schedules on a ledger's database. What they start is noted in the place of the queue.
@Tag("slow")
class SchedulesTest {
    private static final String EXCHANGE = "office-to-court";
    private static final String EACH_SECOND = "* * * * * ?";
    private static final String NEVER_SOON = "0 30 2 1 1 ?";

    @TempDir
    Path root = Path.of("");

    private final List<String> pulled = Collections.synchronizedList(new ArrayList<>());
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final InstantSource clock = () -> Instant.now().plus(ahead.get());
    private final List<AutoCloseable> open = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // set before each test
    private HubFolders folders;

    @SuppressWarnings("NullAway.Init") // set before each test
    private House house;

    @BeforeEach
    void aHouse() throws Exception {
        folders = HouseFolders.make(root);
        house = House.open(folders, Map.of());
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open.reversed()) one.close();
        house.close();
    }

    @Test
    void whenAScheduleIsDueItsPartnerIsPulledAndNoOther() throws Exception {
        // Given
        var schedules = schedules(schedule(EACH_SECOND, "once", ""));

        // When
        schedules.start();

        // Then
        await().until(() -> pulled.size() >= 2);
        assertThat(pulled).containsOnly("pull.office");
    }

    @Test
    void aPauseHoldsOverARestartAndItsEndSaysWhatWasMissed() throws Exception {
        // Given
        var configuration = schedule(EACH_SECOND, "once", "");
        var before = schedules(configuration);
        before.start();
        await().until(() -> !pulled.isEmpty());

        // When
        assertThat(before.pause(EXCHANGE, "Vera Invented", "the partner moves house"))
                .isTrue();
        assertThat(before.pause(EXCHANGE, "Vera Invented", "again")).isFalse();
        before.close();
        var after = schedules(configuration);
        after.start();
        await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
        pulled.clear();
        await().pollDelay(Duration.ofSeconds(3)).until(() -> true);

        // Then
        assertThat(pulled).isEmpty();
        assertThat(after.next(EXCHANGE)).isEmpty();

        // When
        var resumed = after.resume(EXCHANGE, "Vera Invented");

        // Then
        assertThat(resumed.wasPaused()).isTrue();
        assertThat(resumed.missed()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(resumed.made()).isEqualTo(1);
        await().until(() -> pulled.size() >= 3);
        assertThat(after.resume(EXCHANGE, "Vera Invented").wasPaused()).isFalse();
    }

    @Test
    void whatWasMissedIsMadeUpForAsTheExchangeSays() throws Exception {
        // Given: three years of a yearly schedule are missed in a pause
        for (String misfire : new String[] {"once", "skip", "each"}) {
            pulled.clear();
            ahead.set(Duration.ZERO);
            var schedules = schedules(schedule(NEVER_SOON, misfire, ""));
            schedules.start();
            schedules.pause(EXCHANGE, "Vera Invented", "a long absence");
            ahead.set(Duration.ofDays(3 * 366));

            // When
            var resumed = schedules.resume(EXCHANGE, "Vera Invented");

            // Then
            assertThat(resumed.missed()).as(misfire).hasSize(3);
            assertThat(resumed.made())
                    .as(misfire)
                    .isEqualTo(misfire.equals("each") ? 3 : misfire.equals("once") ? 1 : 0);
            assertThat(pulled).as(misfire).hasSize(resumed.made());
            schedules.close();
        }
    }

    @Test
    void inABlackoutNothingIsPulledAndTheNextRunIsToldBehindIt() throws Exception {
        // Given: from now to an hour on
        var now = java.time.ZonedDateTime.now(java.time.ZoneId.of("Europe/Copenhagen"));
        String blackout = "\n  blackouts: [{from: \"%tR\", until: \"%tR\"}]".formatted(now, now.plusHours(1));
        var schedules = schedules(schedule(EACH_SECOND, "once", blackout));

        // When
        schedules.start();
        await().pollDelay(Duration.ofSeconds(3)).until(() -> true);

        // Then
        assertThat(pulled).isEmpty();
        assertThat(schedules.next(EXCHANGE))
                .hasValueSatisfying(next -> assertThat(next)
                        .isBetween(
                                Instant.now().plusSeconds(58 * 60),
                                Instant.now().plusSeconds(61 * 60)));
    }

    @Test
    void aScheduleThatIsTakenOutFiresNoMoreAndAnUnknownExchangeIsNamed() throws Exception {
        // Given
        var running = schedule(EACH_SECOND, "once", "");
        var schedules = schedules(running);
        schedules.start();
        await().until(() -> !pulled.isEmpty());

        // When
        HouseFolders.exchange(folders, "office", "court", "none");
        var without = AppliedState.load(HouseFolders.read(folders));
        running.replace(without);
        schedules.apply(without.configuration());
        await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
        pulled.clear();
        await().pollDelay(Duration.ofSeconds(2)).until(() -> true);

        // Then
        assertThat(pulled).isEmpty();
        assertThatThrownBy(() -> schedules.pause("nobody", "Vera Invented", "why"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining(EXCHANGE);
    }

    private RunningConfiguration schedule(String cron, String misfire, String more) throws Exception {
        HouseFolders.write(folders, "exchanges/office-to-court.yaml", """
                partner: office
                recipient: court
                agreement: office-court
                purpose: accountability
                schedule:
                  cron: "%s"
                  zone: Europe/Copenhagen
                  misfire: %s%s
                """.formatted(cron, misfire, more));
        return new RunningConfiguration(AppliedState.load(HouseFolders.read(folders)));
    }

    private Schedules schedules(RunningConfiguration configuration) throws Exception {
        var schedules = new Schedules(
                house.get(DataSource.class),
                configuration,
                new Pauses(house.get(DataSource.class), house.get(ColumnSeal.class), clock),
                Noted.runs(configuration, pulled, open),
                clock);
        open.add(schedules);
        return schedules;
    }

    /// Runs whose orders are noted instead of queued.
    static final class Noted {
        private Noted() {}

        static Runs runs(RunningConfiguration configuration, List<String> pulled, List<AutoCloseable> open)
                throws Exception {
            var camel = new DefaultCamelContext();
            camel.addComponent("jms", new org.apache.camel.component.direct.DirectComponent());
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    for (String partner : configuration.now().partners().keySet()) {
                        from("jms:queue:pull." + partner).process(exchange -> pulled.add("pull." + partner));
                    }
                }
            });
            camel.start();
            open.add(camel);
            return new Runs(configuration, camel.createProducerTemplate(), queue -> 0);
        }
    }
}
