package org.safepassage.rehearsal.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safepassage.rehearsal.audit.Balance;
import org.safepassage.rehearsal.stage.HubHome;
import org.safepassage.rehearsal.stage.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `demo`: the sample network and the hub together. Exit 0 when the books balance, 1 when they do not, 2 when it could
/// not be run.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Starts a sample partner network and the hub, runs every exchange and audits the result.")
public final class DemoCommand implements Callable<Integer> {
    @Option(names = "--cases", defaultValue = "5", description = "How many case files (default: ${DEFAULT-VALUE}).")
    private int cases;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "What the sample is drawn from (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--video-bytes", defaultValue = "0", description = "Size of the first video, in bytes.")
    private long videoBytes;

    @Option(names = "--exit", description = "Stop when everything has come to an end, and print the reconciliation.")
    private boolean exit;

    @Option(names = "--port", defaultValue = "0", description = "Port of the console (default: a free one).")
    private int port;

    @Option(
            names = "--updates",
            negatable = true,
            description = "The partners change some cases afterwards (default: with --exit).")
    private @Nullable Boolean updates;

    @Option(names = "--no-ocr", negatable = true, description = "Leave scans unread, which saves most of the time.")
    private boolean ocr = true;

    @Mixin
    private RunOptions options = new RunOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        var out = spec.commandLine().getOut();
        var err = spec.commandLine().getErr();
        var home = HubHome.find();
        if (home.isEmpty()) {
            err.println("demo: start me with deploy/hub demo, which tells where the hub's jars are");
            return 2;
        }
        var settings = new Settings(options.config(), cases, seed, videoBytes, port, !exit, ocr);
        var folders = new DemoFolders(options.folder("demo"));
        var progress = options.progress(err);
        try (var demonstration = Demonstration.prepare(settings, folders, home.get(), progress, false)) {
            return run(demonstration, folders, progress, out);
        } catch (IOException | IllegalArgumentException e) {
            err.println("demo: " + e.getMessage());
            err.flush();
            return 2;
        }
    }

    private int run(Demonstration demonstration, DemoFolders folders, Progress progress, PrintWriter out)
            throws IOException, InterruptedException {
        var ready = demonstration.start();
        progress.say("Console: " + ready.path("console").asText() + "  sign in as "
                + demonstration.operator().path("user").asText() + " with "
                + demonstration.operator().path("password").asText());
        demonstration.carry();
        if (updates == null ? exit : updates) {
            demonstration.update();
            demonstration.carry();
        }
        var claims = demonstration.hearClaims();
        progress.say("");
        out.print(new Table(claims).text());
        out.flush();
        if (!exit) {
            out.println("The hub keeps running. Data: " + folders.root() + "  Ctrl-C ends everything.");
            out.flush();
            Thread.currentThread().join();
        }
        if (!demonstration.stopHub()) {
            progress.say("The hub did not drain within a minute and was killed.");
        }
        var balance = demonstration.judge();
        tell(balance, folders, out);
        return balance.balanced() ? 0 : 1;
    }

    private void tell(Balance balance, DemoFolders folders, PrintWriter out) throws IOException {
        out.println(balance.balanced() ? "The books balance." : "The books do NOT balance: see " + folders.report());
        out.println("Data: " + folders.root());
        if (options.json()) {
            out.println(Json.MAPPER.writeValueAsString(balance));
        } else {
            out.println(balance);
        }
        out.flush();
    }
}
