package org.safepassage.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.safepassage.hub.configuration.ConfigReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Exchanges: before and without their schedule, paused, resumed, and sent after.
@Command(
        name = "exchange",
        description = "Runs, pauses, resumes and back-fills exchanges.",
        mixinStandardHelpOptions = true)
final class ExchangeCommand {
    private static final String LIMIT = "see 'hub exchange list'";

    @Spec
    private @Nullable CommandSpec spec;

    /// What every order to one exchange has.
    static final class One {
        @Parameters(paramLabel = "NAME", description = "name of the exchange")
        private String name = "";

        @Mixin
        private FolderOptions folders = new FolderOptions();

        @Option(names = "--json", description = "one JSON object")
        private boolean json;

        JsonNode post(String order, JsonNode content) throws IOException, InterruptedException {
            if (!ConfigReader.isName(name)) throw new IOException("that is no name of an exchange; " + LIMIT);
            return RunningHub.find(folders.folders()).post("/exchanges/" + name + "/" + order, content);
        }
    }

    /// All exchanges.
    @Command(
            name = "list",
            description = "Lists exchanges with their next run and their pauses.",
            mixinStandardHelpOptions = true)
    int list(@Mixin FolderOptions folders, @Option(names = "--json", description = "a JSON list") boolean json)
            throws Exception {
        var all = RunningHub.find(folders.folders()).get("/exchanges");
        if (json) return say(all.toString());
        for (JsonNode one : all) {
            String since = one.path("pausedSince").asText();
            String next = one.path("nextRun").asText();
            say("%-40s %s"
                    .formatted(
                            one.path("exchange").asText(),
                            !since.isEmpty()
                                    ? "paused since " + since + ": "
                                            + one.path("why").asText()
                                    : next.isEmpty() ? "on demand" : "next " + next));
        }
        return 0;
    }

    /// Orders the exchange's partner to be pulled.
    @Command(name = "run", description = "Pulls the exchange's partner now.", mixinStandardHelpOptions = true)
    int run(@Mixin One one) throws Exception {
        var answer = one.post("run", new ObjectMapper().createObjectNode());
        boolean ordered = answer.path("ordered").asBoolean();
        return say(one.json ? answer.toString() : one.name + (ordered ? " runs" : " is running already"));
    }

    /// Lets its schedule rest.
    @Command(
            name = "pause",
            description = "Lets the schedule rest until it is resumed, over restarts, too.",
            mixinStandardHelpOptions = true)
    int pause(@Mixin One one, @Mixin ConfigCommand.Reasons reasons) throws Exception {
        var answer = one.post("pause", reasons.order());
        return say(
                one.json
                        ? answer.toString()
                        : one.name + (answer.path("paused").asBoolean() ? " rests" : " rests already"));
    }

    /// Ends a pause.
    @Command(
            name = "resume",
            description = "Ends a pause, says what was missed and makes up for it as the exchange says.",
            mixinStandardHelpOptions = true)
    int resume(@Mixin One one, @Mixin ConfigCommand.Reasons reasons) throws Exception {
        var answer = one.post("resume", reasons.order());
        if (one.json) return say(answer.toString());
        if (!answer.path("wasPaused").asBoolean()) return say(one.name + " was not paused");
        say(one.name + " goes on; missed: " + answer.path("missed").size() + " run(s)");
        answer.path("missed").forEach(at -> say("    " + at.asText()));
        return say("made up for by " + answer.path("made").asInt() + " run(s)");
    }

    /// Sends what came before the exchange.
    @Command(
            name = "back-fill",
            description = "Sends the case files that came before the exchange, and only those.",
            mixinStandardHelpOptions = true)
    int backFill(@Mixin One one, @Option(names = "--count", description = "only counts them") boolean count)
            throws Exception {
        var answer = one.post("back-fill?begin=" + !count, new ObjectMapper().createObjectNode());
        if (one.json) return say(answer.toString());
        return say(answer.path("missing").asInt() + " missing, "
                + answer.path("begun").asInt()
                + (count ? " would begin, " : " begun, ")
                + answer.path("waiting").asInt()
                + " wait for something that all exchanges share");
    }

    private int say(String words) {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(words);
        out.flush();
        return 0;
    }
}
