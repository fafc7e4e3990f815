package org.safepassage.hub.pipeline.steps;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safepassage.redact.CaseText;
import org.safepassage.redact.renditions.DocumentPart;
import org.safepassage.schemas.Extraction;
import org.safepassage.schemas.Mention;

/// A part of an exhibit as it was read: its text, what was found in it, and how it was extracted.
record Read(CaseText text, DocumentPart part, Extraction extraction) {
    /// Parts by the exhibit that they are of, each exhibit's in order.
    ///
    /// @param mentions by the id of their text
    static Map<String, List<Read>> byExhibit(Iterable<CaseTexts.Part> parts, Map<String, List<Mention>> mentions) {
        var byExhibit = new LinkedHashMap<String, List<Read>>();
        for (CaseTexts.Part part : parts) {
            var text = part.text();
            var found = mentions.getOrDefault(text.id(), List.of());
            byExhibit
                    .computeIfAbsent(part.exhibit(), id -> new ArrayList<>())
                    .add(new Read(
                            text,
                            new DocumentPart(
                                    text.text(),
                                    text.language(),
                                    found,
                                    part.extraction().passages()),
                            part.extraction()));
        }
        return byExhibit;
    }

    @Override
    public String toString() {
        return "Read[" + text.id() + "]";
    }
}
