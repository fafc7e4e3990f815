package org.safepassage.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;

/// What `hub redact` made, a line for each file, by its number among the sources: never by its name.
final class RedactedListing {
    private RedactedListing() {}

    static void print(JsonNode report, PrintWriter screen) {
        report.path("documents").forEach(row -> screen.println(made(row, "document")));
        report.path("pictures")
                .forEach(row -> screen.println(made(row, "picture") + " "
                        + row.path("regions").size() + " regions covered" + doubts(row.path("doubts"))));
        report.path("videos")
                .forEach(row -> screen.println(made(row, "video") + " "
                        + row.path("covered").size() + " faces and words covered, sound "
                        + row.path("sound").asText() + doubts(row.path("doubts"))));
        report.path("withheld")
                .forEach(row -> screen.println(row.path("source").asText() + " withheld "
                        + row.path("reason").asText()));
    }

    private static String made(JsonNode row, String kind) {
        return row.path("source").asText() + " " + row.path(kind).asText() + " "
                + row.path("status").asText();
    }

    private static String doubts(JsonNode doubts) {
        return doubts.isEmpty()
                ? ""
                : ", in doubt: "
                        + doubts.valueStream()
                                .map(doubt ->
                                        doubt.asText().toLowerCase(Locale.ROOT).replace('_', '-'))
                                .collect(Collectors.joining(", "));
    }
}
