package org.safepassage.redact.recognisers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safepassage.redact.recognisers.GatedPatterns.Gated;
import org.safepassage.redact.text.NormalText;

/// A recogniser of things with a written shape: patterns over the lower-case normal form, each with a check.
abstract class PatternRecogniser implements Recogniser {
    private static final String GROUP = "it";

    /// A shape to look for. Where it allows a space, a line may end: documents are wrapped anywhere.
    ///
    /// @param gated pattern over the lower-case normal form; the group `it`, if there is one, is the mention
    /// @param type mention type
    /// @param confidence of a find
    /// @param check whether a find is real, such as by its check digit
    record Shape(Gated gated, String type, double confidence, Predicate<String> check) {
        static Shape of(String regex, String type, double confidence) {
            return of(regex, type, confidence, written -> true);
        }

        static Shape of(String regex, String type, double confidence, Predicate<String> check) {
            return new Shape(Gated.of(LineEnds.allowedIn(regex)), type, confidence, check);
        }

        /// This shape, searched for only where its mark stands no more than `reach` chars behind the beginning.
        Shape near(String mark, int reach) {
            return new Shape(
                    new Gated(gated.pattern(), Pattern.compile(LineEnds.allowedIn(mark)), reach),
                    type,
                    confidence,
                    check);
        }
    }

    private final String name;
    private final List<Shape> shapes;
    private final List<Boolean> grouped;
    private final GatedPatterns patterns;

    PatternRecogniser(String name, List<Shape> shapes) {
        this.name = name;
        this.shapes = List.copyOf(shapes);
        this.grouped = shapes.stream()
                .map(shape -> shape.gated().pattern().namedGroups().containsKey(GROUP))
                .toList();
        this.patterns = new GatedPatterns(shapes.stream().map(Shape::gated).toList());
    }

    @Override
    public final String name() {
        return name;
    }

    /// What is looked for, so that a test can count what it costs.
    final List<Shape> shapes() {
        return shapes;
    }

    @Override
    public final List<Span> find(NormalText text, DetectionContext context) {
        var spans = new ArrayList<Span>();
        patterns.each(text.lower(), (shape, found) -> span(shape, found, spans));
        return spans;
    }

    private void span(int number, Matcher found, List<Span> spans) {
        Shape shape = shapes.get(number);
        boolean group = grouped.get(number);
        String written = group ? found.group(GROUP) : found.group();
        if (!written.isEmpty() && shape.check().test(written)) {
            int start = group ? found.start(GROUP) : found.start();
            int end = group ? found.end(GROUP) : found.end();
            spans.add(Span.of(start, end, shape.type(), shape.confidence()));
        }
    }
}
