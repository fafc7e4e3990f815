package org.safepassage.connectors.feeds;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.jsoup.select.QueryParser;
import org.safepassage.connectors.Door;
import org.safepassage.connectors.DoorMaker;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Parameters;
import org.safepassage.connectors.http.HttpLine;
import org.safepassage.connectors.http.HttpParameters;

/// Makes the doors of `sp-feed-pages-source`.
public final class FeedPagesMaker implements DoorMaker {
    @Override
    public String kamelet() {
        return "sp-feed-pages-source";
    }

    @Override
    public Door open(Parameters parameters) throws DoorProblem {
        var shape = new FeedPages.Shape(
                parameters.text("feedPath"),
                Duration.ofDays(parameters.number("overlapDays", 0, 3_650)),
                selectors(parameters),
                parameters.number("mostFeedMegabytes", 1, 256) << 20,
                parameters.number("mostPageMegabytes", 1, 256) << 20,
                (long) parameters.number("mostFileMegabytes", 1, 1_000_000) << 20,
                parameters.number("mostFiles", 0, 10_000));
        var settings = HttpParameters.settings(parameters, HttpParameters.auth(parameters));
        return new FeedPages(new HttpLine(settings, InstantSource.system()), shape);
    }

    private static List<String> selectors(Parameters parameters) throws DoorProblem {
        List<String> selectors = Arrays.stream(parameters.text("mainPart").split(","))
                .map(String::strip)
                .filter(selector -> !selector.isEmpty())
                .toList();
        for (String selector : selectors) {
            try {
                QueryParser.parse(selector);
            } catch (IllegalArgumentException | IllegalStateException wrong) {
                throw parameters.refused("mainPart", "must be CSS selectors, separated by commas");
            }
        }
        return selectors;
    }
}
