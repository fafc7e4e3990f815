package org.safepassage.hub.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safepassage.redact.DetectLines;
import org.safepassage.redact.renditions.pictures.PictureReport;
import org.safepassage.redact.renditions.pictures.PictureResult;
import org.safepassage.redact.renditions.pictures.Refusal;
import org.safepassage.schemas.Content;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `hub detect`: JSON Lines on standard input to JSON Lines on standard output, one for one; with files, the regions of
/// these photographs that identify somebody. Exit code 0, 1 when a photograph was refused or is in doubt, 2 when a line
/// or file could not be used.
@Command(
        name = "detect",
        description = "Find identities in texts: JSON Lines in, JSON Lines out, offsets in Unicode code points."
                + " Or faces and words in photographs, in pixels of the upright picture.",
        mixinStandardHelpOptions = true)
public final class DetectCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final InputStream in;
    private final OutputStream out;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final ClassifierOption classifier = new ClassifierOption();

    @Mixin
    private final FaceModelOption faceModel = new FaceModelOption();

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Photographs to search instead of texts.")
    private List<Path> files = List.of();

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
        if (!files.isEmpty()) {
            return photographs();
        }
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
        var answers = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        PrintWriter err = spec == null
                ? new PrintWriter(System.err, true, StandardCharsets.UTF_8)
                : spec.commandLine().getErr();
        return new DetectLines(classifier.detector()).run(lines, answers, err);
    }

    private int photographs() throws IOException {
        var screen = new PrintWriter(out, true, StandardCharsets.UTF_8);
        var reading = new DocumentReading();
        var settings = faceModel.settings();
        boolean doubt = false;
        for (Path file : files) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new NoSuchFileException(file.toString());
            }
            // What is covered is not kept: only where it is.
            var result = reading.pictures(settings)
                    .redact(Content.ofFile(file), png -> png.transferTo(OutputStream.nullOutputStream()));
            ObjectNode line = JSON.createObjectNode().put("id", String.valueOf(files.indexOf(file) + 1));
            switch (result) {
                case PictureResult.Redacted(PictureReport report) -> {
                    doubt |= report.raisesDoubt();
                    line.setAll(JSON.<ObjectNode>valueToTree(report.withTaken(null)));
                }
                case PictureResult.Refused(Refusal reason) -> {
                    doubt = true;
                    line.put("refused", reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
                }
            }
            screen.println(line);
        }
        return doubt ? 1 : 0;
    }
}
