package org.safepassage.hub.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.safepassage.extract.ExtractorPool;
import org.safepassage.hub.wiring.InstalledPictures;
import org.safepassage.redact.Detector;
import org.safepassage.redact.check.ExitCheck;
import org.safepassage.redact.evaluation.BadCorpus;
import org.safepassage.redact.evaluation.Figure;
import org.safepassage.redact.evaluation.faces.FaceEvaluation;
import org.safepassage.redact.evaluation.faces.FaceMiss;
import org.safepassage.redact.evaluation.faces.Watching;
import org.safepassage.redact.evaluation.network.NetworkEvaluation;
import org.safepassage.redact.policies.Policies;
import org.safepassage.redact.policies.Policy;
import org.safepassage.redact.policies.PolicyInvalid;
import org.safepassage.redact.renditions.pictures.PictureRedactor;
import org.safepassage.redact.renditions.pictures.PictureSettings;
import org.springframework.util.FileSystemUtils;

/// What `hub eval redaction` needs of the machine to measure faces and whole cases: policies by their names, readers
/// of pictures and papers, and a temporary folder that is gone afterwards.
final class Measuring {
    private Measuring() {}

    /// Says every now and then how far it has come.
    record Progress(PrintWriter err, List<Object> misses) implements Watching {
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

    static List<Figure> faces(PictureSettings pictures, Path folder, int scenes, int quarters, Watching watching)
            throws IOException, BadCorpus {
        Path temp = CommandFiles.newFolder("eval-command");
        try (PictureRedactor redactor = InstalledPictures.redactor(temp, pictures)) {
            return new FaceEvaluation(redactor).run(folder, scenes, quarters, watching);
        } finally {
            FileSystemUtils.deleteRecursively(temp);
        }
    }

    static Map<String, Policy> byRecipient(Map<String, String> names, Path folder)
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

    static List<Figure> network(Detector detector, Path sample, Map<String, Policy> policies, Progress progress)
            throws IOException, BadCorpus {
        for (String file : List.of("cases.jsonl", "ground-truth.jsonl")) {
            if (!Files.isRegularFile(sample.resolve("truth").resolve(file))) {
                throw new BadCorpus(
                        sample + " is no sample: it has no truth/" + file + "; write one with 'hub sample'");
            }
        }
        Path temp = CommandFiles.newFolder("eval-command");
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

    static List<Policy> policies(Path folder) throws IOException, PolicyInvalid {
        Policies policies = Policies.load(folder);
        return policies.names().stream()
                .map(policies::find)
                .flatMap(Optional::stream)
                .toList();
    }
}
