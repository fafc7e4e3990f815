package org.safepassage.rehearsal.stage;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The hub as a child process: initialised once, started, stopped, killed and started again on the same data folder.
/// It is reached by what it writes into `<data>/run/hub.json`. Safe for use by several threads.
public final class HubProcess implements AutoCloseable {
    private final HubHome home;
    private final Folders folders;
    private final Map<String, String> environment = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Process> process = new AtomicReference<>();

    /// The folders that a hub works with.
    ///
    /// @param config configuration, read only
    /// @param data database, vault, journal, logs
    /// @param keys keyset, outside the data folder
    /// @param port of console and API, 0 for a free one
    public record Folders(Path config, Path data, Path keys, int port) {}

    /// A hub that is not running yet.
    public HubProcess(HubHome home, Folders folders, Map<String, String> environment) {
        this.home = home;
        this.folders = folders;
        this.environment.putAll(environment);
    }

    /// Makes the keys and the first operator.
    ///
    /// @return what the command said: `user` and `password` for the console, `publicKey` for recipients to pin
    /// @throws IOException when the command does not start or fails
    /// @throws InterruptedException when the thread is interrupted
    public JsonNode initialise() throws IOException, InterruptedException {
        Files.createDirectories(folders.data());
        var child = new ProcessBuilder(home.command(List.of(
                        "init",
                        "--data",
                        folders.data().toString(),
                        "--keys",
                        folders.keys().toString(),
                        "--i-will-back-up-the-keys",
                        "--json")))
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folders.data().resolveSibling("hub-err.log").toFile()));
        child.environment().putAll(environment);
        var started = child.start();
        var said = started.getInputStream().readAllBytes();
        int code = started.waitFor();
        if (code != 0) {
            throw new IOException(
                    "hub init ended with " + code + ": see " + folders.data().resolveSibling("hub-err.log"));
        }
        return Json.MAPPER.readTree(said);
    }

    /// What the hub finds in its environment from its next start on.
    public void change(String name, String value) {
        environment.put(name, value);
    }

    /// The key that recipients pin.
    public Path publicKey() {
        return folders.keys().resolve("signing-key.pub.asc");
    }

    /// Starts the hub and waits until it says that it is ready.
    ///
    /// @return the line it printed: console, api and amqpPort
    /// @throws IOException when it ends before it is ready or is not ready in time
    /// @throws InterruptedException when the thread is interrupted
    public JsonNode start(Duration patience) throws IOException, InterruptedException {
        var out = folders.data().resolveSibling("hub-out.log");
        long already = Files.exists(out) ? Files.size(out) : 0;
        var child = new ProcessBuilder(home.command(new ArrayList<>(List.of(
                        "up",
                        "--config",
                        folders.config().toString(),
                        "--data",
                        folders.data().toString(),
                        "--keys",
                        folders.keys().toString(),
                        "--port",
                        Integer.toString(folders.port()),
                        "--json"))))
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folders.data().resolveSibling("hub-err.log").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(out.toFile()));
        child.environment().putAll(environment);
        var started = child.start();
        process.set(started);
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            var ready = findReady(out, already);
            if (ready.isPresent()) {
                return ready.get();
            }
            if (started.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new IOException("the hub ended with " + started.exitValue() + " before it was ready: see "
                        + folders.data().resolveSibling("hub-err.log"));
            }
        }
        throw new IOException("the hub was not ready after " + patience.toSeconds() + " s");
    }

    private static Optional<JsonNode> findReady(Path out, long from) throws IOException {
        if (!Files.exists(out)) {
            return Optional.empty();
        }
        var bytes = Files.readAllBytes(out);
        var text = new String(bytes, (int) from, bytes.length - (int) from, StandardCharsets.UTF_8);
        for (var line : text.lines().toList()) {
            if (line.startsWith("{") && line.endsWith("}")) {
                var node = Json.MAPPER.readTree(line);
                if (node.path("ready").asBoolean()) {
                    return Optional.of(node);
                }
            }
        }
        return Optional.empty();
    }

    /// The API of the running hub, as `run/hub.json` says; empty while there is none.
    public Optional<HubApi> findApi() {
        return findRun()
                .map(run ->
                        new HubApi(run.path("port").asInt(), run.path("token").asText()));
    }

    /// The port of the hub's broker; empty while the hub is down.
    public OptionalInt findBrokerPort() {
        return findRun()
                .map(run -> OptionalInt.of(run.path("amqpPort").asInt()))
                .orElse(OptionalInt.empty());
    }

    private Optional<JsonNode> findRun() {
        try {
            var file = folders.data().resolve("run/hub.json");
            return Files.exists(file) ? Optional.of(Json.MAPPER.readTree(file.toFile())) : Optional.empty();
        } catch (IOException e) {
            // Half-written or just removed: the hub is coming or going.
            return Optional.empty();
        }
    }

    /// Whether the process runs.
    public boolean isAlive() {
        var running = process.get();
        return running != null && running.isAlive();
    }

    /// The process's id; empty when it does not run.
    public OptionalLong findPid() {
        var running = process.get();
        return running != null && running.isAlive() ? OptionalLong.of(running.pid()) : OptionalLong.empty();
    }

    /// SIGKILL to the hub's own process, at once, even while it starts.
    ///
    /// @throws InterruptedException when the thread is interrupted while the process goes
    public void kill() throws InterruptedException {
        var running = process.get();
        if (running != null) {
            running.destroyForcibly().waitFor();
        }
    }

    /// SIGTERM, and time to drain; then SIGKILL.
    ///
    /// @return whether it ended by itself in time
    /// @throws InterruptedException when the thread is interrupted while waiting
    public boolean stop(Duration patience) throws InterruptedException {
        var running = process.get();
        if (running == null) {
            return true;
        }
        running.destroy();
        if (running.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            return true;
        }
        running.destroyForcibly().waitFor();
        return false;
    }

    @Override
    public void close() {
        try {
            stop(Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
