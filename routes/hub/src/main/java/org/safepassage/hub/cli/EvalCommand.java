package org.safepassage.hub.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.safepassage.redact.evaluation.BadCorpus;
import org.safepassage.redact.evaluation.Corpus;
import org.safepassage.redact.evaluation.Evaluation;
import org.safepassage.redact.evaluation.Results;
import org.safepassage.redact.evaluation.faces.FaceEvaluation;
import org.safepassage.redact.policies.PolicyInvalid;
import org.safepassage.redact.renditions.pictures.PictureSettings;
import org.safepassage.redact.renditions.pictures.UnusableFaceModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `hub eval`: how well this build does what it promises, measured.
@Command(name = "eval", description = "Measures how well identities are found.", mixinStandardHelpOptions = true)
final class EvalCommand {
    @Spec
    private @Nullable CommandSpec spec;

    /// Prints a table, or one JSON object. Exit 0 when it was measured, 1 when a goal is missed and `--strict` was
    /// said, 2 when a corpus or policy cannot be used.
    @Command(
            name = "redaction",
            description = {
                "Runs the detector over invented testimonies, and over a folder of annotated texts if one is given.",
                "Each figure stands with its 95 %% interval (Wilson), its counts, and its goal where there is one."
            },
            mixinStandardHelpOptions = true)
    int redaction(
            @Option(
                            names = "--corpora",
                            paramLabel = "DIR",
                            description =
                                    "Measure every *.jsonl in DIR too: {\"id\",\"language\",\"text\",\"mentions\":"
                                            + "[{\"start\",\"end\",\"type\",\"entity\",\"identifier\"?}],\"persons\"?}, offsets in"
                                            + " code points.")
                    @Nullable
                    Path corpora,
            @Option(
                            names = "--faces",
                            paramLabel = "DIR",
                            description =
                                    "Measure faces too, in scenes composed of the annotated pictures that lie in DIR or"
                                            + " below: unpacked packages, which routes/redact/README.md names.")
                    @Nullable
                    Path faces,
            @Option(
                            names = "--scenes",
                            paramLabel = "N",
                            defaultValue = "" + FaceEvaluation.SCENES,
                            description = "How many scenes to compose (${DEFAULT-VALUE}); each takes some seconds.")
                    int scenes,
            @Option(
                            names = "--turned",
                            paramLabel = "DEGREES",
                            defaultValue = "0",
                            description = "Turn each scene clockwise by 90, 180 or 270 degrees (${DEFAULT-VALUE}).")
                    int turned,
            @Option(
                            names = "--sample",
                            paramLabel = "DIR",
                            description =
                                    "Measure whole cases too: a folder that 'hub sample' wrote. Texts and the PDFs"
                                            + " made of them; pictures, scans and films are the demo's.")
                    @Nullable
                    Path sample,
            @Option(
                            names = "--recipients",
                            paramLabel = "NAME=POLICY",
                            split = ",",
                            defaultValue = "iapb=accountability-platform,un-examination=un-mechanism",
                            description = "Under which policy each recipient of the sample gets its cases"
                                    + " (${DEFAULT-VALUE}).")
                    Map<String, String> recipients,
            @Option(
                            names = "--policies",
                            paramLabel = "DIR",
                            defaultValue = "config/policies",
                            description = "The policies under which the testimonies are redacted (${DEFAULT-VALUE}).")
                    Path policies,
            @Option(names = "--all", description = "Print each type and slice by itself, too.") boolean all,
            @Option(
                            names = "--misses",
                            paramLabel = "FILE",
                            description =
                                    "Write where each miss stands, as JSON Lines of ids, offsets and pixels, no words.")
                    @Nullable
                    Path misses,
            @Mixin ClassifierOption classifier,
            @Mixin FaceModelOption faceModel,
            @Option(names = "--strict", description = "Exit 1 when a goal is missed.") boolean strict,
            @Option(names = "--json", description = "Print one JSON object.") boolean json)
            throws IOException {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        try {
            var measured = new ArrayList<Corpus>(List.of(Evaluation.testimonies()));
            if (corpora != null) measured.addAll(Evaluation.corpora(corpora));
            if (turned % 90 != 0 || scenes < 1) {
                err.println("--turned takes 0, 90, 180 or 270; --scenes takes a number from 1");
                return 2;
            }
            PictureSettings pictures = faceModel.settings().withoutWords();
            var missed = new ArrayList<Object>();
            Results results = new Evaluation(
                            classifier.detector(),
                            Measuring.policies(policies),
                            ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime,
                            missed::add)
                    .run(measured);
            if (faces != null)
                results = results.with(
                        Measuring.faces(pictures, faces, scenes, turned / 90, new Measuring.Progress(err, missed)));
            if (sample != null)
                results = results.with(Measuring.network(
                        classifier.detector(),
                        sample,
                        Measuring.byRecipient(recipients, policies),
                        new Measuring.Progress(err, missed)));
            if (misses != null) Files.write(misses, lines(missed));
            PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
            if (json) {
                out.println(new ObjectMapper().writeValueAsString(results.json()));
            } else {
                results.table(all).forEach(out::println);
            }
            out.flush();
            return strict && !results.goalsMet() ? 1 : 0;
        } catch (BadCorpus | PolicyInvalid | UnusableFaceModel unusable) {
            err.println(unusable.getMessage());
            err.flush();
            return 2;
        }
    }

    private static List<String> lines(List<Object> misses) throws JsonProcessingException {
        var json = new ObjectMapper();
        var lines = new ArrayList<String>();
        for (Object miss : misses) {
            lines.add(json.writeValueAsString(miss));
        }
        return lines;
    }
}
