package org.safepassage.rehearsal.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.safepassage.rehearsal.audit.Balance;
import org.safepassage.rehearsal.audit.GroundTruth;
import org.safepassage.rehearsal.audit.HubClaims;
import org.safepassage.rehearsal.audit.OutsideReconciliation;
import org.safepassage.rehearsal.sample.SampleNetwork;
import org.safepassage.rehearsal.stage.HubApi;
import org.safepassage.rehearsal.stage.HubHome;
import org.safepassage.rehearsal.stage.HubProcess;
import org.safepassage.rehearsal.stage.Json;
import org.safepassage.rehearsal.stage.PartnerServers;
import org.safepassage.rehearsal.stage.RecipientServers;

/// One sample network with a hub in its middle, from its making to its audit. The methods are called in the order in
/// which they stand; one thread at a time, except [#hub].
public final class Demonstration implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(10);
    /// Nothing has changed for so long: whatever is missing will not come any more.
    private static final Duration STUCK = Duration.ofMinutes(4);
    /// Receipts are fetched every few seconds; figures that stand still for longer are final.
    private static final int STILL = 8;

    private final Settings settings;
    private final DemoFolders folders;
    private final Progress progress;
    private final boolean fragile;
    private final GroundTruth truth;
    private final Map<String, Map<String, String>> exchanges;
    private final PartnerServers partners;
    private final RecipientServers recipients;
    private final HubProcess hub;
    private final HubHome home;
    private final JsonNode operator;
    private boolean updated;
    private long workStarted;
    private long workSeconds;
    private @Nullable HubClaims claims;

    private Demonstration(
            Settings settings,
            DemoFolders folders,
            Progress progress,
            boolean fragile,
            HubHome home,
            Parts parts,
            JsonNode operator)
            throws IOException {
        this.settings = settings;
        this.folders = folders;
        this.progress = progress;
        this.fragile = fragile;
        this.home = home;
        this.truth = GroundTruth.read(folders.sample().resolve("truth"));
        this.exchanges = Exchanges.byPartner(settings.config());
        this.partners = parts.partners();
        this.recipients = parts.recipients();
        this.hub = parts.hub();
        this.operator = operator;
    }

    private record Parts(PartnerServers partners, RecipientServers recipients, HubProcess hub) {}

    /// Makes the sample, starts the servers and makes the hub's keys. The hub does not run yet.
    ///
    /// @param fragile whether the hub may die on the way and is then started again
    /// @throws IOException when a folder is not empty, a server does not start or the keys cannot be made
    /// @throws InterruptedException when the thread is interrupted
    public static Demonstration prepare(
            Settings settings, DemoFolders folders, HubHome home, Progress progress, boolean fragile)
            throws IOException, InterruptedException {
        return prepare(settings, folders, home, progress, fragile, sample -> {
            progress.say("Inventing " + settings.cases() + " case files …");
            SampleNetwork.write(
                    new SampleNetwork.Options(settings.cases(), settings.seed(), settings.videoBytes()),
                    sample,
                    done -> {});
        });
    }

    /// The same with a sample that somebody else writes.
    ///
    /// @throws IOException when a folder is not empty, a server does not start or the keys cannot be made
    /// @throws InterruptedException when the thread is interrupted
    public static Demonstration prepare(
            Settings settings, DemoFolders folders, HubHome home, Progress progress, boolean fragile, SampleMaker maker)
            throws IOException, InterruptedException {
        folders.create();
        maker.write(folders.sample());
        var hub = new AtomicReference<@Nullable HubProcess>();
        var partners = PartnerServers.start(folders.sample(), folders.partners());
        var recipients =
                RecipientServers.start(folders.recipients(), () -> brokerPort(hub.get()), InstantSource.system());
        var environment = new HashMap<>(partners.environment());
        environment.putAll(recipients.environment());
        environment.put("SP_SCHEDULES", Boolean.toString(settings.schedules()));
        environment.put("SP_OCR", Boolean.toString(settings.ocr()));
        environment.put("SP_AMQP_PORT", "0");
        environment.put("SP_PORT", Integer.toString(settings.port()));
        var process = new HubProcess(
                home,
                new HubProcess.Folders(settings.config(), folders.data(), folders.keys(), settings.port()),
                environment);
        hub.set(process);
        // Whatever ends the rehearsal, Ctrl-C too, ends the hub.
        Runtime.getRuntime().addShutdownHook(new Thread(process::close, "stop-hub"));
        var operator = process.initialise();
        return new Demonstration(
                settings, folders, progress, fragile, home, new Parts(partners, recipients, process), operator);
    }

    private static OptionalInt brokerPort(@Nullable HubProcess hub) {
        return hub == null || !hub.isAlive() ? OptionalInt.empty() : hub.findBrokerPort();
    }

    /// Starts the hub.
    ///
    /// @return what it said: `console` is its address
    /// @throws IOException when it does not come up
    /// @throws InterruptedException when the thread is interrupted
    public JsonNode start() throws IOException, InterruptedException {
        progress.say("Starting the hub …");
        return hub.start(START);
    }

    /// The hub, for whoever wants to disturb it.
    public HubProcess hub() {
        return hub;
    }

    /// `user` and `password` of the console's first operator.
    public JsonNode operator() {
        return operator;
    }

    /// Orders every exchange and waits until every version that the partners hold has come to an end in each, or
    /// nothing moves any more.
    ///
    /// @return whether everything came to an end
    /// @throws IOException when the hub is gone and was not expected to go
    /// @throws InterruptedException when the thread is interrupted
    public boolean carry() throws IOException, InterruptedException {
        if (workStarted == 0) {
            workStarted = System.nanoTime();
        }
        var ordered = false;
        var before = "";
        int still = 0;
        long moved = System.nanoTime();
        while (true) {
            recipients.findTrouble().ifPresent(trouble -> {
                throw new IllegalStateException("a recipient of the rehearsal stopped working", trouble);
            });
            if (!hub.isAlive()) {
                revive();
                ordered = false;
                moved = System.nanoTime();
            }
            var figures = ask(ordered);
            if (figures.isPresent()) {
                ordered = true;
                progress.show(figures.get(), expectedEnds(), Duration.ofNanos(System.nanoTime() - workStarted));
                // A large file moves for minutes without a change in any figure.
                var now = figures.get() + " " + bytesOf(folders.data().resolve("vault"));
                still = now.equals(before) ? still + 1 : 0;
                if (still == 0) {
                    moved = System.nanoTime();
                }
                before = now;
                if (still >= STILL && isSettled(figures.get())) {
                    workSeconds = Duration.ofNanos(moved - workStarted).toSeconds();
                    return true;
                }
            }
            if (System.nanoTime() - moved > STUCK.toNanos()) {
                progress.say("Nothing has moved for " + STUCK.toMinutes() + " minutes; giving up waiting.");
                workSeconds = Duration.ofNanos(moved - workStarted).toSeconds();
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
    }

    private void revive() throws IOException, InterruptedException {
        if (!fragile) {
            throw new IOException("the hub ended by itself: see hub-err.log and data/logs");
        }
        try {
            hub.start(START);
        } catch (IOException killedAgain) {
            if (hub.isAlive()) {
                throw killedAgain;
            }
        }
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

    private boolean isSettled(JsonNode figures) {
        return figures.path("states").path("under-way").asLong() == 0
                && figures.path("unfinishedArrivals").asLong() == 0
                && figures.path("arrivals").asLong() >= expectedArrivals();
    }

    private long expectedArrivals() {
        return truth.cases().stream()
                .filter(sampled -> exchanges.containsKey(sampled.partner()))
                .mapToLong(sampled -> updated ? sampled.versions() : 1)
                .sum();
    }

    private long expectedEnds() {
        return truth.cases().stream()
                .mapToLong(sampled -> (updated ? sampled.versions() : 1L)
                        * exchanges.getOrDefault(sampled.partner(), Map.of()).size())
                .sum();
    }

    /// The partners change some of their cases; [#carry] again afterwards.
    ///
    /// @throws IOException when the updates cannot be applied
    public void update() throws IOException {
        progress.say("The partners change some case files …");
        partners.applyUpdates();
        updated = true;
    }

    /// Asks the hub for what it claims; the audit checks it later.
    ///
    /// @throws IOException when the hub does not answer
    /// @throws InterruptedException when the thread is interrupted
    public HubClaims hearClaims() throws IOException, InterruptedException {
        var api = hub.findApi().orElseThrow(() -> new IOException("the hub is not running"));
        var heard = HubClaims.ask(api);
        Files.createDirectories(folders.report());
        Json.writeAtomically(folders.report().resolve("claims.json"), heard);
        claims = heard;
        return heard;
    }

    /// Judges what the hub claimed. It need not run any more.
    ///
    /// @throws IOException when a folder cannot be read
    /// @throws InterruptedException when the thread is interrupted
    public Balance judge() throws IOException, InterruptedException {
        var heard = claims;
        if (heard == null) {
            throw new IllegalStateException("the hub was not heard");
        }
        progress.say("Auditing from outside …");
        var audit = new OutsideReconciliation(
                folders.audited(),
                truth,
                heard,
                new OutsideReconciliation.Rules(exchanges, updated, recipients.unlabelled()));
        return audit.judge(new HubVerifier(home.brief(), hub.publicKey(), folders.report()), workSeconds);
    }

    /// Stops the hub with time to drain.
    ///
    /// @return whether it drained in time
    /// @throws InterruptedException when the thread is interrupted
    public boolean stopHub() throws InterruptedException {
        return hub.stop(Duration.ofMinutes(1));
    }

    @Override
    public void close() throws IOException {
        hub.close();
        recipients.close();
        partners.close();
    }
}
