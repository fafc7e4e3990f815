package org.safepassage.rehearsal.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safepassage.rehearsal.demo.RunOptions;
import org.safepassage.rehearsal.sample.SampleNetwork;
import org.safepassage.rehearsal.stage.HubHome;
import org.safepassage.rehearsal.stage.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bench pipeline`: the whole hub beside bare Tika. Exit 0 when every case file of every round came to an end, 1 when
/// one did not, 2 when it could not be run.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures the whole hub beside bare Tika on the same files in the same run.")
public final class BenchCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "What to measure: pipeline.")
    private String name = "";

    @Option(
            names = "--documents",
            paramLabel = "DIR",
            description = "Files to read (default: what the partners of a sample of 50 cases hold).")
    private @Nullable Path documents;

    @Option(names = "--rounds", defaultValue = "3", description = "How many rounds (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Mixin
    private RunOptions options = new RunOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        var out = spec.commandLine().getOut();
        var err = spec.commandLine().getErr();
        var home = HubHome.find();
        if (home.isEmpty() || !name.equals("pipeline") || rounds < 1) {
            err.println("bench: start me with deploy/hub bench pipeline, with at least one round");
            return 2;
        }
        var folder = options.folder("bench");
        try {
            var files = documents(folder);
            var done =
                    new PipelineBench(files, home.get(), options.config(), folder, options.progress(err)).run(rounds);
            var result = result(files, done);
            if (options.json()) {
                out.println(Json.MAPPER.writeValueAsString(result));
            } else {
                result.forEach((label, value) -> out.println("%-22s %s".formatted(label, value)));
            }
            out.flush();
            return done.stream().allMatch(PipelineBench.Round::complete) ? 0 : 1;
        } catch (IOException e) {
            err.println("bench: " + e.getMessage());
            return 2;
        }
    }

    /// The files that were named, or those of a sample; its records are no documents.
    private DocumentCases documents(Path folder) throws IOException {
        if (documents != null) {
            return DocumentCases.of(documents);
        }
        var sample = folder.resolve("sample");
        SampleNetwork.write(new SampleNetwork.Options(50, 1, 0), sample, done -> {});
        var partners = sample.resolve("partners");
        return DocumentCases.of(
                partners.resolve("casebase/files"),
                partners.resolve("fieldnotes/outbox"),
                partners.resolve("sharehub/share"));
    }

    private static Map<String, Object> result(DocumentCases files, List<PipelineBench.Round> rounds)
            throws IOException {
        double seconds = median(rounds, round -> round.hub().seconds());
        double bareSeconds = median(rounds, round -> round.bare().seconds());
        double megabytes = files.bytes() / 1e6;
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ratio", rounded(median(rounds, PipelineBench.Round::ratio)));
        result.put("ratioWithStart", rounded(median(rounds, PipelineBench.Round::ratioWithStart)));
        result.put("rounds", rounds.size());
        result.put("documents", files.documents().size());
        result.put("megabytes", rounded(megabytes));
        result.put("cpuSeconds", rounded(median(rounds, round -> round.hub().cpuSeconds())));
        result.put("cpuSecondsByPart", byPart(rounds));
        result.put("startCpuSeconds", rounded(median(rounds, PipelineBench.Round::start)));
        result.put("documentsPerSecond", rounded(files.documents().size() / seconds));
        result.put("megabytesPerSecond", rounded(megabytes / seconds));
        result.put(
                "peakMegabytes", Math.round(median(rounds, round -> round.hub().peakBytes()) / 1e6));
        result.put(
                "bareCpuSeconds", rounded(median(rounds, round -> round.bare().cpuSeconds())));
        result.put("bareDocumentsPerSecond", rounded(files.documents().size() / bareSeconds));
        result.put("bareMegabytesPerSecond", rounded(megabytes / bareSeconds));
        result.put(
                "barePeakMegabytes",
                Math.round(median(rounds, round -> round.bare().peakBytes()) / 1e6));
        return result;
    }

    private static Map<String, Double> byPart(List<PipelineBench.Round> rounds) {
        return rounds.stream()
                .flatMap(round -> round.hub().cpuByPart().keySet().stream())
                .distinct()
                .sorted()
                .collect(Collectors.toMap(
                        part -> part,
                        part -> rounded(
                                median(rounds, round -> round.hub().cpuByPart().getOrDefault(part, 0.0))),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private static double median(List<PipelineBench.Round> rounds, ToDoubleFunction<PipelineBench.Round> figure) {
        var sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
