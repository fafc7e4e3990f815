package org.safepassage.rehearsal.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `sample --cases N --seed S --out DIR [--video-bytes N] [--json]`: writes the sample partner network. Exit 0 when it
/// is written, 2 for wrong usage or a folder that cannot be written, with the reason on standard error.
@Command(
        name = "sample",
        mixinStandardHelpOptions = true,
        description = "Writes invented case files of three partners, with the ground truth of what is planted in them.")
public final class SampleCommand implements Callable<Integer> {
    private static final int WRONG = 2;

    @Option(names = "--cases", defaultValue = "50", description = "How many case files (default: ${DEFAULT-VALUE}).")
    private int cases;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "The same seed gives the same bytes (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--out", required = true, description = "An empty or absent folder.")
    private Path out = Path.of("");

    @Option(names = "--video-bytes", defaultValue = "0", description = "Size of the first video, in bytes.")
    private long videoBytes;

    @Option(names = "--json", description = "Totals as one JSON object on the last line.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            var options = new SampleNetwork.Options(cases, seed, videoBytes);
            Summary summary = SampleNetwork.write(options, out, done -> progress(err, done));
            spec.commandLine().getOut().println(json ? new ObjectMapper().writeValueAsString(summary) : told(summary));
            spec.commandLine().getOut().flush();
            return 0;
        } catch (IllegalArgumentException | IOException wrong) {
            err.println("sample: " + wrong.getMessage());
            return WRONG;
        }
    }

    private void progress(PrintWriter err, int done) {
        int step = Math.max(1, cases / 10);
        if (done % step == 0 || done == cases) {
            err.println("sample: " + done + " of " + cases + " cases");
            err.flush();
        }
    }

    private static String told(Summary summary) {
        return "%d cases: %d documents with %d pages (%d of them scans), %d photographs, %d videos, %d other files; %d planted forms"
                .formatted(
                        summary.cases(),
                        summary.documents(),
                        summary.pages(),
                        summary.scannedPages(),
                        summary.photographs(),
                        summary.videos(),
                        summary.others(),
                        summary.planted());
    }
}
