package org.safepassage.redact.recognisers;

import java.util.List;
import org.safepassage.redact.text.NormalText;

/// Names that the record gives, in every form: declined, shortened, with initials, transliterated, misspelt, spoilt by
/// OCR. A mention is linked to a person only when one person alone can be meant; its confidence says how sure the link
/// is: 0.9 and above for a surname that agrees by letter or sound, less for a given name alone or a misspelling.
public final class KnownNameRecogniser implements Recogniser {
    /// For the service loader.
    public KnownNameRecogniser() {}

    @Override
    public String name() {
        return "known-name";
    }

    @Override
    public List<Span> find(NormalText text, DetectionContext context) {
        return context.known().hasNames() ? new KnownNameSearch(text, context.known()).spans() : List.of();
    }
}
