package org.safepassage.rehearsal.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.safepassage.rehearsal.stage.HubApi;
import org.safepassage.rehearsal.stage.HubProcess;

/// Orders the hub's exchanges and watches until nothing is left to do; starts the hub again when somebody kills it.
/// One thread at a time.
final class Passage {
    /// How long a hub may take to come up.
    static final Duration START = Duration.ofMinutes(10);
    /// How long a hub may take to end what it has begun.
    static final Duration DRAIN = Duration.ofMinutes(1);
    /// Why a scan is held while print is not recognised.
    private static final String UNRECOGNISED = "ocr-missing";
    /// Nothing has changed for so long: whatever is missing will not come any more.
    private static final Duration STUCK = Duration.ofMinutes(4);
    /// Receipts are fetched every few seconds; figures that stand still for longer are final.
    private static final int STILL = 8;

    private final HubProcess hub;
    private final Map<String, Map<String, String>> exchanges;
    private final Path vault;
    private final Progress progress;
    private final boolean fragile;
    private long started;
    private long moved;
    private boolean stopped;
    private boolean reading;

    /// @param exchanges recipients by exchange by partner
    /// @param vault grows while a large file is sealed
    /// @param fragile whether the hub may die on the way and is then started again
    Passage(
            HubProcess hub,
            Map<String, Map<String, String>> exchanges,
            Path vault,
            Progress progress,
            boolean fragile) {
        this.hub = hub;
        this.exchanges = exchanges;
        this.vault = vault;
        this.progress = progress;
        this.fragile = fragile;
    }

    /// Seconds from the first order to the last change.
    long seconds() {
        return Duration.ofNanos(moved - started).toSeconds();
    }

    /// Orders every exchange and waits until as much as expected has come to an end, or nothing moves any more.
    ///
    /// @param look run once a second; throws when waiting has lost its sense
    /// @return whether everything came to an end
    /// @throws IOException when the hub is gone and was not expected to go
    /// @throws InterruptedException when the thread is interrupted
    boolean carry(Expected expected, Runnable look) throws IOException, InterruptedException {
        if (started == 0) {
            started = System.nanoTime();
        }
        var ordered = false;
        var before = "";
        int still = 0;
        moved = System.nanoTime();
        while (true) {
            look.run();
            if (!hub.isAlive()) {
                revive();
                ordered = false;
                moved = System.nanoTime();
            }
            var figures = ask(ordered);
            if (figures.isPresent()) {
                ordered = true;
                progress.show(figures.get(), expected.ends(), Duration.ofNanos(System.nanoTime() - started));
                // A large file moves for minutes without a change in any figure.
                var now = figures.get() + " " + bytesOf(vault);
                still = now.equals(before) ? still + 1 : 0;
                if (still == 0) {
                    moved = System.nanoTime();
                }
                before = now;
                if (still >= STILL && isSettled(figures.get(), expected)) {
                    return true;
                }
            }
            if (System.nanoTime() - moved > STUCK.toNanos()) {
                progress.say("Nothing has moved for " + STUCK.toMinutes() + " minutes; giving up waiting.");
                return false;
            }
            Thread.sleep(1000);
        }
    }

    /// The hub's figures; orders every exchange first unless that was done. Empty while the hub cannot answer.
    private Optional<JsonNode> ask(boolean ordered) throws IOException, InterruptedException {
        try {
            var api = hub.findApi();
            if (api.isEmpty()) {
                return Optional.empty();
            }
            if (!ordered) {
                order(api.get());
            }
            return Optional.of(api.get().get("reconciliation"));
        } catch (IOException e) {
            if (!fragile && !hub.isAlive()) {
                throw new IOException("the hub ended by itself: see hub-err.log and data/logs", e);
            }
            return Optional.empty();
        }
    }

    private void order(HubApi api) throws IOException, InterruptedException {
        for (var ofPartner : exchanges.values()) {
            for (var exchange : ofPartner.keySet()) {
                api.post("exchanges/" + exchange + "/run");
            }
        }
        if (reading) {
            for (var held : api.get("held")) {
                if (held.path("reason").asText().equals(UNRECOGNISED)) {
                    api.post("held/" + held.path("id").asText() + "/retry");
                }
            }
        }
    }

    /// Stops the hub; it comes again when [#carry] finds it gone, and is then told to read again what it held for want
    /// of recognition.
    ///
    /// @throws InterruptedException when the thread is interrupted
    void stopAndReadAgain() throws InterruptedException {
        hub.stop(DRAIN);
        stopped = true;
        reading = true;
    }

    private void revive() throws IOException, InterruptedException {
        if (!fragile && !stopped) {
            throw new IOException("the hub ended by itself: see hub-err.log and data/logs");
        }
        stopped = false;
        try {
            hub.start(START);
        } catch (IOException killedAgain) {
            if (hub.isAlive()) {
                throw killedAgain;
            }
        }
    }

    private static boolean isSettled(JsonNode figures, Expected expected) {
        return figures.path("states").path("under-way").asLong() == 0
                && figures.path("supplements").path("under-way").asLong() == 0
                && figures.path("readAgain").asLong() == 0
                && figures.path("unfinishedArrivals").asLong() == 0
                && figures.path("arrivals").asLong() >= expected.arrivals();
    }

    private static long bytesOf(Path folder) throws IOException {
        var bytes = new AtomicLong();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                bytes.addAndGet(attributes.size());
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        return bytes.get();
    }
}
