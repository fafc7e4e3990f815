package org.safepassage.redact.recognisers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safepassage.redact.text.NormalText;

/// A recogniser of things with a written shape: patterns over the lower-case normal form, each with a check.
abstract class PatternRecogniser implements Recogniser {
    /// A shape to look for.
    ///
    /// @param pattern over the lower-case normal form; the group `it`, if there is one, is the mention
    /// @param type mention type
    /// @param confidence of a find
    /// @param check whether a find is real, such as by its check digit
    record Shape(Pattern pattern, String type, double confidence, Predicate<String> check) {
        static Shape of(String regex, String type, double confidence) {
            return of(regex, type, confidence, written -> true);
        }

        static Shape of(String regex, String type, double confidence, Predicate<String> check) {
            return new Shape(Pattern.compile(regex), type, confidence, check);
        }

        private boolean namesGroup() {
            return pattern.namedGroups().containsKey("it");
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

    @Override
    public final List<Span> find(NormalText text, DetectionContext context) {
        var spans = new ArrayList<Span>();
        for (Shape shape : shapes) {
            Matcher matcher = shape.pattern().matcher(text.lower());
            while (matcher.find()) {
                String group = shape.namesGroup() ? "it" : "";
                String written = group.isEmpty() ? matcher.group() : matcher.group(group);
                if (!written.isEmpty() && shape.check().test(written)) {
                    int start = group.isEmpty() ? matcher.start() : matcher.start(group);
                    int end = group.isEmpty() ? matcher.end() : matcher.end(group);
                    spans.add(Span.of(start, end, shape.type(), shape.confidence()));
                }
            }
        }
        return spans;
    }
}
