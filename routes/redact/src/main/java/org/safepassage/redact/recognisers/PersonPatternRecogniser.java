package org.safepassage.redact.recognisers;

import java.util.List;
import org.safepassage.redact.text.NormalText;

/// Persons whom the record does not name, by pattern: patronymics with the words beside them, surnames with initials,
/// given names with a surname behind, names behind a title or rank. Leans to finding too much.
public final class PersonPatternRecogniser implements Recogniser {
    /// For the service loader.
    public PersonPatternRecogniser() {}

    @Override
    public String name() {
        return "person-pattern";
    }

    @Override
    public boolean revealsNames() {
        return true;
    }

    @Override
    public List<Span> find(NormalText text, DetectionContext context) {
        return new PersonPatternSearch(text, context.learned()).spans();
    }
}
