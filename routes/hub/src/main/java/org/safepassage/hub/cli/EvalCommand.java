package org.safepassage.hub.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.safepassage.extract.ExtractorPool;
import org.safepassage.hub.wiring.InstalledPictures;
import org.safepassage.redact.Detector;
import org.safepassage.redact.check.ExitCheck;
import org.safepassage.redact.evaluation.BadCorpus;
import org.safepassage.redact.evaluation.Corpus;
import org.safepassage.redact.evaluation.Evaluation;
import org.safepassage.redact.evaluation.Figure;
import org.safepassage.redact.evaluation.Results;
import org.safepassage.redact.evaluation.faces.FaceEvaluation;
import org.safepassage.redact.evaluation.faces.FaceMiss;
import org.safepassage.redact.evaluation.faces.Watching;
import org.safepassage.redact.evaluation.network.NetworkEvaluation;
import org.safepassage.redact.policies.Policies;
import org.safepassage.redact.policies.Policy;
import org.safepassage.redact.policies.PolicyInvalid;
import org.safepassage.redact.renditions.pictures.PictureRedactor;
import org.safepassage.redact.renditions.pictures.PictureSettings;
import org.safepassage.redact.renditions.pictures.UnusableFaceModel;
import org.springframework.util.FileSystemUtils;
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
                            policies(policies),
                            ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime,
                            missed::add)
                    .run(measured);
            if (faces != null)
                results = results.with(faces(pictures, faces, scenes, turned / 90, new Progress(err, missed)));
            if (sample != null)
                results = results.with(network(
                        classifier.detector(), sample, byRecipient(recipients, policies), new Progress(err, missed)));
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

    /// Says every now and then how far it has come.
    private record Progress(PrintWriter err, List<Object> misses) implements Watching {
        private static final int OFTEN = 20;

        void taken(int cases) {
            if (cases % OFTEN == 0) {
                err.println("sample: " + cases + " cases");
                err.flush();
            }
        }

        @Override
        public void searched(int scene, int scenes) {
            if (scene % OFTEN == 0) {
                err.println("faces: " + scene + " of " + scenes + " scenes");
                err.flush();
            }
        }

        @Override
        public void missed(FaceMiss miss) {
            misses.add(miss);
        }
    }

    private static List<Figure> faces(
            PictureSettings pictures, Path folder, int scenes, int quarters, Watching watching)
            throws IOException, BadCorpus {
        Path temp = Files.createTempDirectory("safe-passage-faces");
        try (PictureRedactor redactor = InstalledPictures.redactor(temp, pictures)) {
            return new FaceEvaluation(redactor).run(folder, scenes, quarters, watching);
        } finally {
            FileSystemUtils.deleteRecursively(temp);
        }
    }

    private static Map<String, Policy> byRecipient(Map<String, String> names, Path folder)
            throws IOException, PolicyInvalid, BadCorpus {
        Policies policies = Policies.load(folder);
        var byRecipient = new HashMap<String, Policy>();
        for (var name : names.entrySet()) {
            byRecipient.put(
                    name.getKey(),
                    policies.find(name.getValue())
                            .orElseThrow(() -> new BadCorpus("--recipients: there is no policy " + name.getValue()
                                    + " in " + folder + "; there are " + policies.names())));
        }
        return byRecipient;
    }

    private static List<Figure> network(Detector detector, Path sample, Map<String, Policy> policies, Progress progress)
            throws IOException, BadCorpus {
        for (String file : List.of("cases.jsonl", "ground-truth.jsonl")) {
            if (!Files.isRegularFile(sample.resolve("truth").resolve(file))) {
                throw new BadCorpus(
                        sample + " is no sample: it has no truth/" + file + "; write one with 'hub sample'");
            }
        }
        Path temp = Files.createTempDirectory("safe-passage-sample");
        var defaults = DocumentReading.settings(temp);
        try (var pool = new ExtractorPool(defaults.withOcr(defaults.ocr().withOn(false)))) {
            var evaluation =
                    new NetworkEvaluation(detector, policies, new ExitCheck(pool::extract), progress.misses()::add);
            var cases = new AtomicInteger();
            new SampleFolder(sample, new SampleDocuments(sample, pool)).each(sampled -> {
                evaluation.add(sampled);
                progress.taken(cases.incrementAndGet());
            });
            return evaluation.figures();
        } finally {
            FileSystemUtils.deleteRecursively(temp);
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

    private static List<Policy> policies(Path folder) throws IOException, PolicyInvalid {
        Policies policies = Policies.load(folder);
        return policies.names().stream()
                .map(policies::find)
                .flatMap(Optional::stream)
                .toList();
    }
}
