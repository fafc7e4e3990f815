package org.safepassage.redact.evaluation;

import java.util.List;

/// Annotated texts of one origin.
///
/// @param name the file's name without its ending, or what the corpus is called
/// @param texts in the order of the origin
/// @param invented whether it is the testimonies of this room, which are also measured without their record, under
///     noise and under policies
public record Corpus(String name, List<AnnotatedText> texts, boolean invented) {
    public Corpus {
        texts = List.copyOf(texts);
    }

    @Override
    public String toString() {
        return "Corpus[" + name + ", " + texts.size() + " texts]";
    }
}
