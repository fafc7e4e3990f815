package org.safepassage.redact.recognisers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import org.safepassage.redact.text.NormalText;

/// A recogniser of things with a written shape: patterns over the lower-case normal form, each with a check.
abstract class PatternRecogniser implements Recogniser {
    /// A shape to look for.
    ///
    /// @param pattern over the lower-case normal form; the group `it`, if there is one, is the mention
    /// @param type mention type
    /// @param confidence of a find
    /// @param check whether a find is real, such as by its check digit
    record Shape(GatedPattern pattern, String type, double confidence, Predicate<String> check) {
        static Shape of(String regex, String type, double confidence) {
            return of(regex, type, confidence, written -> true);
        }

        static Shape of(String regex, String type, double confidence, Predicate<String> check) {
            return new Shape(new GatedPattern(regex), type, confidence, check);
        }

        private boolean namesGroup() {
            return pattern.pattern().namedGroups().containsKey("it");
        }
    }

    private final String name;
    private final List<Shape> shapes;

    PatternRecogniser(String name, List<Shape> shapes) {
        this.name = name;
        this.shapes = List.copyOf(shapes);
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
        for (Shape shape : shapes) {
            String group = shape.namesGroup() ? "it" : "";
            shape.pattern().each(text.lower(), found -> span(shape, group, found, spans));
        }
        return spans;
    }

    private static void span(Shape shape, String group, Matcher found, List<Span> spans) {
        String written = group.isEmpty() ? found.group() : found.group(group);
        if (!written.isEmpty() && shape.check().test(written)) {
            int start = group.isEmpty() ? found.start() : found.start(group);
            int end = group.isEmpty() ? found.end() : found.end(group);
            spans.add(Span.of(start, end, shape.type(), shape.confidence()));
        }
    }
}
