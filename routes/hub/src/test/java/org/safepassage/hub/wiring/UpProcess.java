package org.safepassage.hub.wiring;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// `hub up` in a process of its own, with what it said kept in two files; for tests.
public final class UpProcess implements AutoCloseable {
    private final Process process;
    private final Path out;
    private final Path err;

    private UpProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /// Starts a hub on these folders.
    ///
    /// @param root where what it says is kept
    /// @param name tells this start's files from another's
    public static UpProcess start(Path root, HubFolders folders, String name, String... more) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.safepassage.hub.cli.Main",
                "up",
                "--json",
                "--config",
                folders.config().toString(),
                "--data",
                folders.data().toString(),
                "--keys",
                folders.keys().toString()));
        command.addAll(List.of(more));
        Path out = root.resolve(name + ".out");
        Path err = root.resolve(name + ".err");
        var process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new UpProcess(process, out, err);
    }

    /// Waits until it says that it is ready.
    public UpProcess ready() {
        await().atMost(Duration.ofMinutes(2)).until(() -> said().contains("\"ready\":true") || !process.isAlive());
        if (!process.isAlive()) throw new IllegalStateException("the hub ended: " + complained());
        return this;
    }

    /// The process.
    public Process process() {
        return process;
    }

    /// What it said on standard output.
    public String said() {
        return read(out);
    }

    /// What it said on standard error.
    public String complained() {
        return read(err);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    /// Tells it to stop, and waits.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(90, java.util.concurrent.TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
