package org.safepassage.rehearsal.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.safepassage.rehearsal.audit.Balance;
import org.safepassage.rehearsal.audit.GroundTruth;
import org.safepassage.rehearsal.audit.HubClaims;
import org.safepassage.rehearsal.audit.OutsideReconciliation;
import org.safepassage.rehearsal.sample.SampleNetwork;
import org.safepassage.rehearsal.stage.HubHome;
import org.safepassage.rehearsal.stage.HubProcess;
import org.safepassage.rehearsal.stage.Json;
import org.safepassage.rehearsal.stage.PartnerServers;
import org.safepassage.rehearsal.stage.RecipientServers;

/// One sample network with a hub in its middle, from its making to its audit. The methods are called in the order in
/// which they stand; one thread at a time, except [#hub].
public final class Demonstration implements AutoCloseable {
    private static final String RECOGNITION = "SP_OCR";

    private final Settings settings;
    private final DemoFolders folders;
    private final Progress progress;
    private final GroundTruth truth;
    private final Map<String, Map<String, String>> exchanges;
    private final PartnerServers partners;
    private final RecipientServers recipients;
    private final HubProcess hub;
    private final HubHome home;
    private final JsonNode operator;
    private final Passage passage;
    private boolean updated;
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
        this.home = home;
        this.truth = GroundTruth.read(folders.sample().resolve("truth"));
        this.exchanges = Exchanges.byPartner(settings.config());
        this.partners = parts.partners();
        this.recipients = parts.recipients();
        this.hub = parts.hub();
        this.operator = operator;
        this.passage = new Passage(hub, exchanges, folders.data().resolve("vault"), progress, fragile);
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
        environment.put(RECOGNITION, Boolean.toString(settings.ocr()));
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
        return hub.start(Passage.START);
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
        return passage.carry(
                Expected.of(truth, exchanges, updated),
                () -> recipients.findTrouble().ifPresent(trouble -> {
                    throw new IllegalStateException("a recipient of the rehearsal stopped working", trouble);
                }));
    }

    /// The partners change some of their cases; [#carry] again afterwards.
    ///
    /// @throws IOException when the updates cannot be applied
    public void update() throws IOException {
        progress.say("The partners change some case files …");
        partners.applyUpdates();
        updated = true;
    }

    /// Recognition of print is installed: the hub is stopped, comes again and reads what it held for want of it;
    /// [#carry] afterwards.
    ///
    /// @throws InterruptedException when the thread is interrupted
    public void recognise() throws InterruptedException {
        progress.say("Recognition of print is installed …");
        hub.change(RECOGNITION, Boolean.toString(true));
        passage.stopAndReadAgain();
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
        return audit.judge(new HubVerifier(home.brief(), hub.publicKey(), folders.report()), passage.seconds());
    }

    /// Stops the hub with time to drain.
    ///
    /// @return whether it drained in time
    /// @throws InterruptedException when the thread is interrupted
    public boolean stopHub() throws InterruptedException {
        return hub.stop(Passage.DRAIN);
    }

    @Override
    public void close() throws IOException {
        hub.close();
        recipients.close();
        partners.close();
    }
}
