package org.safepassage.rehearsal.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.safepassage.rehearsal.demo.DemoFolders;
import org.safepassage.rehearsal.demo.Demonstration;
import org.safepassage.rehearsal.demo.Progress;
import org.safepassage.rehearsal.demo.Settings;
import org.safepassage.rehearsal.stage.HubHome;

/// The whole hub beside bare Tika on the same files. Both sides start from nothing in each round; the order is reversed
/// from round to round, so that a warm disk favours nobody.
///
/// The hub's figures are taken from the order to pull until every case file is with its recipients; its start is
/// metered apart. The yardstick's figures span its whole life, since it has nothing else to start.
final class PipelineBench {
    private final DocumentCases documents;
    private final HubHome home;
    private final Path config;
    private final Path folder;
    private final Progress progress;

    PipelineBench(DocumentCases documents, HubHome home, Path config, Path folder, Progress progress) {
        this.documents = documents;
        this.home = home;
        this.config = config;
        this.folder = folder;
        this.progress = progress;
    }

    /// One round.
    ///
    /// @param start CPU seconds that the hub's start took
    /// @param complete whether every case file came to an end
    record Round(Meter.Reading hub, Meter.Reading bare, double start, boolean complete) {
        double ratio() {
            return hub.cpuSeconds() / bare.cpuSeconds();
        }

        double ratioWithStart() {
            return (hub.cpuSeconds() + start) / bare.cpuSeconds();
        }
    }

    private record HubSide(Meter.Reading reading, double start, boolean complete) {}

    List<Round> run(int rounds) throws IOException, InterruptedException {
        var flat = folder.resolve("documents");
        documents.lay(flat);
        var done = new ArrayList<Round>();
        for (int number = 0; number < rounds; number++) {
            Meter.Reading bare;
            HubSide hub;
            if (number % 2 == 0) {
                hub = hub(number);
                bare = bare(flat);
            } else {
                bare = bare(flat);
                hub = hub(number);
            }
            var round = new Round(hub.reading(), bare, hub.start(), hub.complete());
            done.add(round);
            progress.say("round %d: hub %.1f CPU s, bare Tika %.1f CPU s, ratio %.2f"
                    .formatted(number + 1, hub.reading().cpuSeconds(), bare.cpuSeconds(), round.ratio()));
        }
        return done;
    }

    private HubSide hub(int number) throws IOException, InterruptedException {
        var settings = new Settings(config, 0, 0, 0, 0, false, false);
        try (var demonstration = Demonstration.prepare(
                settings,
                new DemoFolders(folder.resolve("round-" + (number + 1))),
                home,
                progress,
                false,
                documents::write)) {
            demonstration.start();
            var tree = new ProcessTree(demonstration.hub().findPid().orElseThrow());
            double start = tree.cpuSeconds();
            try (var meter = new Meter(tree)) {
                boolean complete = demonstration.carry();
                return new HubSide(meter.read(), start, complete);
            }
        }
    }

    private Meter.Reading bare(Path flat) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        home.java().toString(),
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareTika.class.getName(),
                        flat.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var meter = new Meter(new ProcessTree(process.pid()))) {
            var last = meter.read();
            while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
                var now = meter.read();
                // The last look may come when the process is already gone and reads as nothing.
                if (process.isAlive() && now.cpuSeconds() >= last.cpuSeconds()) {
                    last = now;
                }
            }
            return last;
        }
    }
}
