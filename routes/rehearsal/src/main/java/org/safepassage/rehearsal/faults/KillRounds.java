package org.safepassage.rehearsal.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.safepassage.rehearsal.audit.Balance;
import org.safepassage.rehearsal.demo.DemoFolders;
import org.safepassage.rehearsal.demo.Demonstration;
import org.safepassage.rehearsal.demo.Progress;
import org.safepassage.rehearsal.demo.Settings;
import org.safepassage.rehearsal.stage.HubHome;
import org.safepassage.rehearsal.stage.HubProcess;

/// Kills the hub at random instants of a demonstration and starts it again each time; then the books must balance.
/// One round is one demonstration. When its work is done before all kills are used up, another round begins with the
/// next seed, so that every kill strikes a hub that has something to lose.
///
/// A quarter of the kills fall into the hub's start, the rest into the work after it. Two thirds of a round's kills
/// strike a hub without recognition of print; the others strike it when recognition is installed and what was held for
/// want of it follows in supplements.
public final class KillRounds {
    private final Settings settings;
    private final HubHome home;
    private final Progress progress;
    private final Duration span;
    private final Random random;

    /// @param settings of the first round; later ones have the next seeds
    /// @param span how long the hub may work, at most, before the next kill
    public KillRounds(Settings settings, HubHome home, Progress progress, Duration span) {
        this.settings = settings;
        this.home = home;
        this.progress = progress;
        this.span = span;
        this.random = new Random(settings.seed());
    }

    /// One finished round.
    ///
    /// @param seed of its sample
    /// @param kills how often the hub was killed in it
    /// @param balance what the audit says
    public record Round(long seed, int kills, Balance balance) {}

    /// Runs one round with at most this many kills.
    ///
    /// @param root an empty or absent folder
    /// @throws IOException when the round cannot be set up or the hub does not come up although nobody kills it
    /// @throws InterruptedException when the thread is interrupted
    public Round round(int number, int kills, Path root) throws IOException, InterruptedException {
        var here = new Settings(
                settings.config(),
                settings.cases(),
                settings.seed() + number,
                settings.videoBytes(),
                settings.port(),
                false,
                false);
        try (var demonstration = Demonstration.prepare(here, new DemoFolders(root), home, progress, true)) {
            long before = System.nanoTime();
            demonstration.start();
            var start = Duration.ofNanos(System.nanoTime() - before);
            int late = settings.ocr() ? (kills + 2) / 3 : 0;
            int struck = struckWhile(demonstration, Math.max(1, kills - late), start, () -> {
                demonstration.carry();
                demonstration.update();
                demonstration.carry();
            });
            if (settings.ocr()) {
                demonstration.recognise();
                struck += struckWhile(demonstration, Math.min(late, kills - struck), start, demonstration::carry);
            }
            demonstration.hearClaims();
            demonstration.stopHub();
            return new Round(here.seed(), struck, demonstration.judge());
        }
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    /// Kills the hub at most so often while the work is done; how often it did.
    private int struckWhile(Demonstration demonstration, int kills, Duration start, Work work)
            throws IOException, InterruptedException {
        var struck = new AtomicInteger();
        var killer = Thread.ofPlatform()
                .name("killer")
                .daemon()
                .start(() -> strike(demonstration.hub(), kills, start, struck));
        work.run();
        killer.interrupt();
        killer.join();
        // A kill may have come between the last look and the end of the killing.
        demonstration.carry();
        return struck.get();
    }

    private void strike(HubProcess hub, int kills, Duration start, AtomicInteger struck) {
        try {
            while (struck.get() < kills) {
                long pid = awaitHub(hub);
                Thread.sleep(delay(start));
                if (hub.findPid().orElse(-1) == pid) {
                    hub.kill();
                    progress.say("kill " + struck.incrementAndGet());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long awaitHub(HubProcess hub) throws InterruptedException {
        while (hub.findPid().isEmpty()) {
            Thread.sleep(20);
        }
        return hub.findPid().orElse(-1);
    }

    private Duration delay(Duration start) {
        return random.nextInt(4) == 0
                ? Duration.ofMillis(random.nextLong(Math.max(1, start.toMillis())))
                : start.plusMillis(random.nextLong(Math.max(1, span.toMillis())));
    }
}
