package org.safepassage.rehearsal.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.safepassage.rehearsal.demo.RunOptions;
import org.safepassage.rehearsal.demo.Settings;
import org.safepassage.rehearsal.stage.HubHome;
import org.safepassage.rehearsal.stage.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `kills`: kills the hub at random instants of demonstrations. Exit 0 when every round balances with nothing lost and
/// nothing sent twice, 1 when one does not, 2 when it could not be run.
@Command(
        name = "kills",
        mixinStandardHelpOptions = true,
        description = "Kills the hub at random instants; nothing may be lost or sent twice.")
public final class KillsCommand implements Callable<Integer> {
    @Option(names = "--cases", defaultValue = "12", description = "Case files a round (default: ${DEFAULT-VALUE}).")
    private int cases;

    @Option(names = "--kills", defaultValue = "50", description = "How many kills in all (default: ${DEFAULT-VALUE}).")
    private int kills;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Of the samples and the instants (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--span",
            defaultValue = "20",
            description = "Longest work between two kills, in seconds (default: ${DEFAULT-VALUE}).")
    private int span;

    @Mixin
    private RunOptions options = new RunOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        var out = spec.commandLine().getOut();
        var err = spec.commandLine().getErr();
        var home = HubHome.find();
        if (home.isEmpty() || kills < 1 || cases < 1 || span < 1) {
            err.println("kills: start me with deploy/hub kills, with at least one case, one kill and one second");
            return 2;
        }
        var settings = new Settings(options.config(), cases, seed, 0, 0, false, true);
        var folder = options.folder("kills");
        var killing = new KillRounds(settings, home.get(), options.progress(err), Duration.ofSeconds(span));
        var rounds = new ArrayList<KillRounds.Round>();
        try {
            int left = kills;
            while (left > 0) {
                var round = killing.round(rounds.size(), left, folder.resolve("round-" + (rounds.size() + 1)));
                rounds.add(round);
                left -= round.kills();
                out.println("round %d, seed %d: %d kills, balanced %s, lost %d, duplicated %d, leaked %d"
                        .formatted(
                                rounds.size(),
                                round.seed(),
                                round.kills(),
                                round.balance().balanced(),
                                round.balance().lost(),
                                round.balance().duplicated(),
                                round.balance().leaked()));
                out.flush();
                if (round.kills() == 0) {
                    err.println("kills: the work was done before the first kill: raise --cases or lower --span");
                    return 2;
                }
            }
        } catch (IOException e) {
            err.println("kills: " + e.getMessage());
            return 2;
        }
        boolean sound = rounds.stream().allMatch(round -> round.balance().balanced());
        if (options.json()) {
            out.println(line(sound, rounds));
        }
        out.flush();
        return sound ? 0 : 1;
    }

    private static String line(boolean sound, List<KillRounds.Round> rounds) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("balanced", sound);
        line.put("rounds", rounds.size());
        line.put("kills", rounds.stream().mapToInt(KillRounds.Round::kills).sum());
        line.put(
                "lost",
                rounds.stream().mapToLong(round -> round.balance().lost()).sum());
        line.put(
                "duplicated",
                rounds.stream().mapToLong(round -> round.balance().duplicated()).sum());
        line.put(
                "leaked",
                rounds.stream().mapToLong(round -> round.balance().leaked()).sum());
        return Json.MAPPER.valueToTree(line).toString();
    }
}
