package org.safepassage.extract.worker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.safepassage.extract.language.LanguageDetector;
import org.safepassage.schemas.Extraction;

/// Puts pages together into one text with passages: offsets in code points, white space in one form, a language for
/// each stretch of lines.
final class Assembly {
    private final LanguageDetector detector;
    private final StringBuilder text = new StringBuilder();
    private final List<Extraction.Passage> passages = new ArrayList<>();
    private final Map<String, Integer> letters = new HashMap<>();
    private int codePoints;

    Assembly(LanguageDetector detector, List<PageText> pages) {
        this.detector = detector;
        for (PageText page : pages) {
            add(page);
        }
    }

    String text() {
        return text.toString();
    }

    List<Extraction.Passage> passages() {
        return passages;
    }

    /// Languages found, the one with most text first; `und` only when there is no other.
    List<String> languages() {
        List<String> found = letters.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        List<String> told = found.stream()
                .filter(language -> !language.equals(LanguageDetector.UNDETERMINED))
                .toList();
        return told.isEmpty() ? found : told;
    }

    private void add(PageText page) {
        String tidy = Whitespace.tidy(page.text());
        if (tidy.isEmpty()) {
            return;
        }
        if (!text.isEmpty()) {
            text.append("\n\n");
            codePoints += 2;
        }
        for (LanguageDetector.Stretch stretch : detector.stretches(tidy)) {
            String part = tidy.substring(stretch.start(), stretch.end());
            int length = part.codePointCount(0, part.length());
            passages.add(new Extraction.Passage(
                    page.page(), codePoints, codePoints + length, stretch.language(), page.origin()));
            letters.merge(stretch.language(), length, Integer::sum);
            codePoints += length;
        }
        text.append(tidy);
    }
}
