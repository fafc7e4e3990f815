package org.safepassage.hub.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safepassage.extract.ExtractorPool;
import org.safepassage.extract.ExtractorSettings;
import org.safepassage.extract.Listing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `hub extract`: what can be read of files, as JSON Lines in UTF-8. Exit code 0 when each file is ok, partial or
/// no-text, 1 when one is not, 2 when a path cannot be read.
@Command(
        name = "extract",
        description = "Extract text and metadata of files in killable processes; one JSON line a file.",
        mixinStandardHelpOptions = true)
public final class ExtractCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private FolderOptions folders = new FolderOptions();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, and folders that are walked.")
    private List<Path> paths = List.of();

    @Option(names = "--details", description = "Print metadata and passages too.")
    private boolean details;

    @Option(names = "--no-ocr", description = "Leave scanned pages unread.")
    private boolean withoutOcr;

    @Option(names = "--photographs", description = "Read the print in photographs too.")
    private boolean photographs;

    @Option(
            names = "--cpu-seconds",
            defaultValue = "60",
            description = "CPU seconds a document, scanned pages apart (default: ${DEFAULT-VALUE}).")
    private int cpuSeconds;

    @Option(
            names = "--workers",
            defaultValue = "2",
            description = "Files at the same time (default: ${DEFAULT-VALUE}).")
    private int workers;

    @Override
    public Integer call() throws IOException {
        var command = Objects.requireNonNull(spec).commandLine();
        PrintWriter err = command.getErr();
        List<Path> files;
        ExtractorSettings settings;
        try {
            files = Listing.files(paths);
            settings = settings();
        } catch (IOException unreadable) {
            err.println("cannot read " + unreadable.getMessage() + ": there is no such file, or it may not be read");
            return 2;
        } catch (IllegalArgumentException wrong) {
            err.println(wrong.getMessage());
            return 2;
        }
        try (var pool = new ExtractorPool(settings)) {
            return new Listing(pool, workers, details).print(files, command.getOut(), err);
        }
    }

    private ExtractorSettings settings() {
        ExtractorSettings defaults = DocumentReading.settings(folders.folders().data());
        return defaults.withWorkers(workers)
                .withCpuTime(Duration.ofSeconds(cpuSeconds))
                .withOcr(defaults.ocr().withOn(!withoutOcr).withPhotographs(photographs));
    }
}
