package org.safepassage.redact.renditions.pages;

import java.util.ArrayList;
import java.util.List;
import org.safepassage.redact.renditions.DocumentPart;
import org.safepassage.schemas.Extraction;
import org.safepassage.schemas.Mention;

/// The words of a scan as a document, where nothing else was read of it. Stateless.
public final class ScanTexts {
    private ScanTexts() {}

    /// The pages one after the other.
    ///
    /// @param mentions in each of the pages' texts
    public static DocumentPart document(List<ScanPage> pages, List<List<Mention>> mentions) {
        var text = new StringBuilder();
        var moved = new ArrayList<Mention>();
        var passages = new ArrayList<Extraction.Passage>();
        int start = 0;
        for (int i = 0; i < pages.size(); i++) {
            String words = pages.get(i).text() + "\n";
            text.append(words);
            for (Mention mention : mentions.get(i)) {
                moved.add(moved(mention, start));
            }
            int end = start + words.codePointCount(0, words.length());
            passages.add(new Extraction.Passage(i + 1, start, end, "und", "ocr"));
            start = end;
        }
        return new DocumentPart(text.toString(), "und", moved, passages);
    }

    private static Mention moved(Mention mention, int by) {
        return new Mention(
                mention.start() + by,
                mention.end() + by,
                mention.type(),
                mention.person(),
                mention.role(),
                mention.confidence(),
                mention.recogniser());
    }
}
