package org.safepassage.redact.renditions;

import java.util.List;
import org.safepassage.schemas.Extraction;
import org.safepassage.schemas.Mention;

/// One text of a document: its own, or that of something embedded in it.
///
/// @param text as it was extracted
/// @param language BCP 47 tag, `und` when unknown
/// @param mentions of a detector for this very text
/// @param passages tell where pages begin
public record DocumentPart(String text, String language, List<Mention> mentions, List<Extraction.Passage> passages) {
    public DocumentPart {
        mentions = List.copyOf(mentions);
        passages = List.copyOf(passages);
    }

    @Override
    public String toString() {
        return "DocumentPart[" + mentions.size() + " mentions]";
    }
}
