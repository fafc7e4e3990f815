package org.safepassage.redact.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Every figure of an evaluation.
///
/// @param figures in the order of corpora
/// @param speeds one a corpus
/// @param startNanos CPU until the first text of each language was read
public record Results(List<Figure> figures, List<Speed> speeds, long startNanos) {
    public Results {
        figures = List.copyOf(figures);
        speeds = List.copyOf(speeds);
    }

    /// With more figures behind these.
    public Results with(List<Figure> more) {
        var all = new ArrayList<>(figures);
        all.addAll(more);
        return new Results(all, speeds, startNanos);
    }

    /// Whether every figure that has a goal reaches it. Speed is told and not judged: it is the machine's too.
    public boolean goalsMet() {
        return figures.stream().noneMatch(Figure::misses);
    }

    /// The table, a line an element, a part for each corpus.
    ///
    /// @param everything each type and slice by itself, too
    public List<String> table(boolean everything) {
        var lines = new ArrayList<String>();
        for (String corpus : figures.stream().map(Figure::corpus).distinct().toList()) {
            lines.add(corpus);
            figures.stream()
                    .filter(figure -> figure.corpus().equals(corpus) && (everything || figure.leads()))
                    .sorted(Figure.ORDER)
                    .forEach(figure -> lines.add("  " + line(figure)));
            lines.add("");
        }
        long goals =
                figures.stream().filter(figure -> figure.goal().isPresent()).count();
        long missed = figures.stream().filter(Figure::misses).count();
        lines.add((goals - missed) + " of " + goals + " goals met");
        speeds.forEach(speed -> lines.add(String.format(
                Locale.ROOT,
                "speed on one core, layers loaded: %,d words/s on %s (goal >= %,d)",
                (long) speed.perSecond(),
                speed.corpus(),
                Goals.WORDS_A_SECOND)));
        lines.add(String.format(
                Locale.ROOT,
                "start: %.1f s of CPU until a text of each language was read (goal < %d)",
                startNanos / 1e9,
                Goals.START_SECONDS));
        return List.copyOf(lines);
    }

    private static String line(Figure figure) {
        Rate rate = figure.rate();
        String goal = figure.goal()
                .map(bound -> pad(bound.toString(), 11) + (bound.met(rate) ? "met" : "MISSED"))
                .orElse("");
        String figures = String.format(
                Locale.ROOT,
                "%6.2f %%  (%5.2f to %6.2f)  %13s  ",
                rate.share() * 100,
                rate.low() * 100,
                rate.high() * 100,
                rate.part() + "/" + rate.whole());
        return (pad(figure.language(), 3)
                        + pad(figure.slice(), 16)
                        + pad(figure.measure().label(), 32)
                        + pad(figure.type(), 23)
                        + figures
                        + goal)
                .stripTrailing();
    }

    private static String pad(String word, int width) {
        return word + " ".repeat(Math.max(1, width - word.length()));
    }

    /// All of it as one JSON object; shares from 0 to 1.
    public ObjectNode json() {
        ObjectNode json = new ObjectMapper().createObjectNode();
        var rows = json.putArray("figures");
        for (Figure figure : figures) {
            ObjectNode row = rows.addObject()
                    .put("corpus", figure.corpus())
                    .put("language", figure.language())
                    .put("slice", figure.slice())
                    .put("type", figure.type())
                    .put("measure", figure.measure().label())
                    .put("part", figure.rate().part())
                    .put("whole", figure.rate().whole())
                    .put("share", figure.rate().share())
                    .put("low", figure.rate().low())
                    .put("high", figure.rate().high());
            figure.goal()
                    .ifPresent(goal -> row.put(goal.atMost() ? "atMost" : "atLeast", goal.bound())
                            .put("met", !figure.misses()));
        }
        var fast = json.putArray("speed");
        speeds.forEach(speed -> fast.addObject()
                .put("corpus", speed.corpus())
                .put("words", speed.words())
                .put("wordsPerSecond", Math.round(speed.perSecond())));
        json.put("startMilliseconds", startNanos / 1_000_000);
        return json.put("goalsMet", goalsMet());
    }
}
