package org.safepassage.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.evidence.vault.KeyRing;
import org.safepassage.hub.configuration.Settings;
import org.safepassage.hub.house.HouseFolders;
import org.safepassage.hub.house.Office;
import org.safepassage.hub.ledger.Arrivals;
import org.safepassage.hub.ledger.Reconciliation;
import org.safepassage.hub.pipeline.steps.PartnerDoors;
import org.safepassage.hub.schedules.Runs;
import org.safepassage.schemas.ExchangeState;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

@Tag("slow")
class HubStopTest {
    @TempDir
    Path root = Path.of("");

    @Test
    void whatIsUnderWayWhenTheHubIsStoppedIsFinishedAndTheRestGoesOnAtTheNextStart() throws Exception {
        // Given: a hub that is just reading a case file from its partner, with another one waiting
        var folders = HouseFolders.make(root);
        var office = new Office();
        office.put("17", "first");
        office.put("18", "second");
        var reading = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        office.next(() -> {});
        office.next(() -> {
            reading.countDown();
            waitFor(goOn);
        });
        var hub = start(folders, office);
        var camel = hub.getBean(org.apache.camel.CamelContext.class);
        hub.getBean(Runs.class).run("office-to-court");
        assertThat(reading.await(60, TimeUnit.SECONDS)).isTrue();

        // When
        var stopping = Thread.ofPlatform().start(hub::close);
        await().atMost(Duration.ofMinutes(1)).until(() -> !camel.getStatus().isStarted());
        goOn.countDown();
        stopping.join(Duration.ofSeconds(90));

        // Then
        assertThat(stopping.isAlive()).isFalse();
        assertThat(office.acknowledged()).containsExactly("17");
        try (var ledger = House.open(folders, Map.of())) {
            assertThat(ledger.get(Arrivals.class).unfinished("office")).hasSize(1);
            assertThat(ledger.get(Arrivals.class).held()).isEmpty();
            assertThat(ledger.get(Reconciliation.class).figures().versions()).isEqualTo(1);
            assertThat(ledger.backlog("seal.office")).isEqualTo(1);
        }

        // When
        try (var again = start(folders, office)) {
            // Then: without a new order both come to their ends in both exchanges
            var reconciliation = again.getBean(Reconciliation.class);
            await().atMost(Duration.ofMinutes(3)).until(() -> ended(reconciliation) == 4);
            assertThat(office.acknowledged()).containsExactly("17", "18");
            assertThat(reconciliation.figures().balanced()).isTrue();

            // And: meters whose tags differ from event to event are not made at all
            var meters = again.getBean(MeterRegistry.class);
            assertThat(meters.find("camel.exchanges.total").meters()).isNotEmpty();
            assertThat(meters.find("camel.exchange.event.notifier").meters()).isEmpty();
        }
    }

    @Test
    void aTermSignalEndsTheHubInOrderAndASecondHubIsRefusedMeanwhile() throws Exception {
        // Given
        var folders = HouseFolders.make(root);
        var first = UpProcess.start(root, folders, "first");
        var hub = first.process();
        try {
            first.ready();

            // When
            var refused = UpProcess.start(root, folders, "second");
            var second = refused.process();

            // Then
            assertThat(second.waitFor(90, TimeUnit.SECONDS)).isTrue();
            assertThat(second.exitValue()).isEqualTo(2);
            assertThat(refused.complained())
                    .contains("another hub holds this data folder: process " + hub.pid() + " since ");

            // When
            hub.destroy();

            // Then
            assertThat(hub.waitFor(90, TimeUnit.SECONDS)).isTrue();
            assertThat(hub.exitValue()).isIn(0, 143);
        } finally {
            hub.destroyForcibly();
        }
        DataFolder.take(folders.data()).close();
        assertThat(folders.data().resolve("ledger.mv.db")).exists();
        try (var files = Files.list(folders.data())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.endsWith(".tempFile") || name.endsWith(".newFile"));
        }
    }

    private static long ended(Reconciliation reconciliation) {
        var states = new HashMap<>(reconciliation.figures().states());
        states.remove(ExchangeState.UNDER_WAY.code());
        return states.values().stream().mapToLong(Number::longValue).sum();
    }

    private static ConfigurableApplicationContext start(HubFolders folders, Office office) throws Exception {
        var configuration = HouseFolders.read(folders);
        PartnerDoors doors = name -> office;
        var application = new SpringApplication(HubApplication.class);
        application.setAllowBeanDefinitionOverriding(true);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(Map.of(
                "server.port",
                0,
                "server.tomcat.basedir",
                folders.data().resolve("tmp").toString()));
        application.addInitializers(context -> {
            var beans = (GenericApplicationContext) context;
            beans.registerBean(HubFolders.class, () -> folders);
            beans.registerBean(Settings.class, configuration::settings);
            beans.registerBean(ApiToken.class, ApiToken::draw);
            beans.registerBean(KeyRing.class, () -> KeyRing.open(folders.keyRing(), Optional.empty()));
            beans.registerBean("partnerDoors", PartnerDoors.class, () -> doors);
        });
        return application.run();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
