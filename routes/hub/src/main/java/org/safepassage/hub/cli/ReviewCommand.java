package org.safepassage.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What redact found in a case file, asked of the running hub, and what reviewed texts teach.
@Command(
        name = "review",
        description = "What was found in a case file, and what is suggested.",
        mixinStandardHelpOptions = true)
final class ReviewCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new picocli.CommandLine.ParameterException(
                Objects.requireNonNull(spec).commandLine(), "show, answer or export-labels is missing");
    }

    /// Prints the review records of one version in one exchange.
    @Command(
            name = "show",
            description = "Each mention with place, type, role, confidence and suggested action; never its words.",
            mixinStandardHelpOptions = true)
    int show(
            @Parameters(index = "0", paramLabel = "ID", description = "a case file version, such as cf-….v1")
                    String version,
            @Parameters(index = "1", paramLabel = "EXCHANGE", description = "name of the exchange") String exchange,
            @Mixin FolderOptions folders,
            @Option(names = "--json", description = "JSON Lines, one record an item") boolean json)
            throws Exception {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        for (JsonNode item : RunningHub.find(folders.folders()).get(path(version, exchange))) {
            if (json) {
                out.println(item);
                continue;
            }
            out.println(item.path("item").asText() + "  " + item.path("kind").asText() + "  "
                    + item.path("mentions").size() + " found");
            for (JsonNode found : item.path("mentions")) {
                out.println("  " + found.path("number").asInt() + "  "
                        + found.path("type").asText() + "  " + place(found.path("place")) + "  "
                        + found.path("role").asText("nobody") + "  "
                        + Math.round(found.path("confidence").asDouble() * 100) + " %  "
                        + found.path("suggested").asText() + "  ("
                        + found.path("evidence").asText() + ")");
            }
        }
        out.flush();
        return 0;
    }

    private static String place(JsonNode place) {
        String page = place.path("page").asInt() == 0
                ? ""
                : "page " + place.path("page").asInt() + ", ";
        return page
                + frames(place)
                + (place.has("box")
                        ? "box "
                                + place.path("box")
                                        .valueStream()
                                        .map(JsonNode::asText)
                                        .collect(Collectors.joining(" "))
                        : place.path("start").asInt() + " to "
                                + place.path("end").asInt());
    }

    /// Of a film the frames and their times in seconds.
    private static String frames(JsonNode place) {
        JsonNode frames = place.path("frames");
        JsonNode millis = place.path("millis");
        return frames.isEmpty() || millis.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        "frames %d to %d, %.2f to %.2f s, ",
                        frames.path(0).asLong(),
                        frames.path(1).asLong(),
                        millis.path(0).asLong() / 1000.0,
                        millis.path(1).asLong() / 1000.0);
    }

    /// Tells the hub what a reviewer answers.
    @Command(
            name = "answer",
            description = {
                "Teach the hub what ANSWERS say: names and numbers that were missed are sought in all texts of the case"
                        + " from now on, and words that are nobody's name are left.",
                "What is held is redacted anew with 'hub retry'; what has been sent stays as it was sent."
            },
            mixinStandardHelpOptions = true)
    int answer(
            @Parameters(index = "0", paramLabel = "ID", description = "a case file version, such as cf-….v1")
                    String version,
            @Parameters(index = "1", paramLabel = "EXCHANGE", description = "name of the exchange") String exchange,
            @Option(
                            names = "--answers",
                            required = true,
                            paramLabel = "ANSWERS",
                            description =
                                    "JSON: for each item its answers, {\"x1\": [{\"kind\": \"add\", \"start\": 14,"
                                            + " \"end\": 21, \"type\": \"PERSON\", \"person\": \"p1\"}, {\"kind\": \"remove\","
                                            + " \"number\": 2}, {\"kind\": \"relink\", \"number\": 3, \"person\": \"p2\"}]};"
                                            + " offsets and numbers are those of 'review show'.")
                    Path answers,
            @Mixin FolderOptions folders)
            throws Exception {
        var told = AnswersFile.read(answers);
        var learned = RunningHub.find(folders.folders()).post(path(version, exchange) + "/answers", told);
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(learned.path("sought").asInt() + " sought from now on, "
                + learned.path("nobody").asInt() + " taken for nobody; deploy/hub retry redacts anew what is held");
        out.flush();
        return 0;
    }

    /// Writes the texts that a reviewer has finished as labelled lines.
    @Command(
            name = "export-labels",
            description = {
                "Write the texts that ANSWERS finish as labelled lines for 'hub train'.",
                "WARNING: these lines hold whole texts with every name in them. The file can be read by its owner"
                        + " alone; keep it as you keep the keys, and delete it when the training is done."
            },
            mixinStandardHelpOptions = true)
    int exportLabels(
            @Parameters(index = "0", paramLabel = "ID", description = "a case file version, such as cf-….v1")
                    String version,
            @Parameters(index = "1", paramLabel = "EXCHANGE", description = "name of the exchange") String exchange,
            @Option(
                            names = "--answers",
                            required = true,
                            paramLabel = "ANSWERS",
                            description = "JSON: for each finished item its answers, {\"x1\": [{\"kind\": \"remove\","
                                    + " \"number\": 2}]}; an empty list says that all of it is right.")
                    Path answers,
            @Option(
                            names = "--out",
                            required = true,
                            paramLabel = "FILE",
                            description = "A file that is not there yet.")
                    Path file,
            @Option(
                            names = "--i-will-guard-the-words",
                            required = true,
                            description = "Says that you know what is in the file.")
                    boolean guarded,
            @Mixin FolderOptions folders)
            throws Exception {
        if (!guarded) throw new IOException("without --i-will-guard-the-words nothing is written");
        var told = AnswersFile.read(answers);
        var lines = RunningHub.find(folders.folders()).post(path(version, exchange) + "/labels", told);
        try (var made = Files.newByteChannel(
                file,
                java.util.Set.of(java.nio.file.StandardOpenOption.CREATE_NEW, java.nio.file.StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            for (JsonNode line : lines) made.write(StandardCharsets.UTF_8.encode(line.asText() + "\n"));
        }
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(lines.size() + " texts");
        out.flush();
        return 0;
    }

    private static String path(String version, String exchange) {
        return "/reviews/" + encoded(version) + "/" + encoded(exchange);
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }
}
