package org.safepassage.hub.cli;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safepassage.redact.DetectLines;
import org.safepassage.redact.Detector;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `hub detect`: JSON Lines on standard input to JSON Lines on standard output, one for one. Exit code 0, or 2 when a
/// line could not be used.
@Command(
        name = "detect",
        description = "Find identities in texts: JSON Lines in, JSON Lines out, offsets in Unicode code points.",
        mixinStandardHelpOptions = true)
public final class DetectCommand implements Callable<Integer> {
    private final InputStream in;
    private final OutputStream out;

    @Spec
    private @Nullable CommandSpec spec;

    /// The command on the process's own streams.
    public DetectCommand() {
        this(System.in, System.out);
    }

    /// The command on these streams.
    public DetectCommand(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
        var answers = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        PrintWriter err = spec == null
                ? new PrintWriter(System.err, true, StandardCharsets.UTF_8)
                : spec.commandLine().getErr();
        return new DetectLines(Detector.standard()).run(lines, answers, err);
    }
}
