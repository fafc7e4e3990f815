package org.safepassage.redact.recognisers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.safepassage.redact.tagger.TagModel;
import org.safepassage.redact.tagger.Tagger;
import org.safepassage.redact.text.NormalText;

/// A recogniser that finds by a tagger. Neither the case nor what other texts teach changes what it finds, so each text
/// is searched once. Immutable and safe to share between threads.
abstract class LearnedRecogniser implements Recogniser {
    private final String name;
    private final Tagger tagger;

    /// @throws IllegalArgumentException when the model labels something else
    LearnedRecogniser(String name, LabelSet set, TagModel model) {
        if (!model.labels().equals(set.labels())) {
            throw new IllegalArgumentException(
                    "this model is another tagger's: " + name + " labels " + String.join(", ", set.labels()));
        }
        this.name = name;
        this.tagger = new Tagger(model);
    }

    /// A model that comes along.
    static TagModel shipped(String resource) {
        try (var stream = Objects.requireNonNull(LearnedRecogniser.class.getResourceAsStream(resource), resource)) {
            return TagModel.read(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What is found in one text.
    abstract List<Span> search(NormalText text, Tagger tagger);

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final boolean revealsNames() {
        return true;
    }

    @Override
    public final boolean learned() {
        return true;
    }

    @Override
    public final List<Span> find(NormalText text, DetectionContext context) {
        return text.derived(Searched.class, it -> new Searched(new ConcurrentHashMap<>()))
                .spans()
                .computeIfAbsent(this, self -> search(text, tagger));
    }

    private record Searched(Map<LearnedRecogniser, List<Span>> spans) {}
}
