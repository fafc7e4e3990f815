package org.safepassage.rehearsal.demo;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What every command that runs hubs can be told: where its data lies, which configuration the hub gets, how the result
/// is printed. Filled by picocli.
public final class RunOptions {
    @Option(names = "--json", description = "The last line is one JSON object.")
    private boolean json;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = "An empty folder for all data (default: a new one in data/).")
    private @Nullable Path keep;

    @Option(names = "--config", paramLabel = "DIR", description = "Configuration folder (default: config/).")
    private @Nullable Path config;

    /// For picocli.
    public RunOptions() {}

    /// Whether the result is wanted as JSON.
    public boolean json() {
        return json;
    }

    /// The configuration folder.
    public Path config() {
        return Optional.ofNullable(config).orElse(root().resolve("config")).toAbsolutePath();
    }

    /// The folder for all data: the one that was named, or a new one called after the command.
    public Path folder(String command) {
        return Optional.ofNullable(keep).orElseGet(() -> fresh(command)).toAbsolutePath();
    }

    /// Tells on `out` how far the work is.
    public Progress progress(PrintWriter out) {
        return new Progress(
                out,
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false));
    }

    private static Path fresh(String command) {
        var now = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)
                .format(LocalDateTime.now(Clock.system(ZoneOffset.UTC)));
        return root().resolve("data")
                .resolve(command + "-" + now + "-" + ProcessHandle.current().pid());
    }

    private static Path root() {
        return Path.of(System.getProperty("safepassage.root", ""));
    }
}
