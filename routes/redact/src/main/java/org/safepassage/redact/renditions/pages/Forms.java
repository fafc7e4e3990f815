package org.safepassage.redact.renditions.pages;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.safepassage.schemas.Extraction;

/// PDF files that are bound to their layout: forms, whose answers mean nothing without the questions beside them. Their
/// pages are painted anew like those of a scan. Since a form has its words as text too, only words on which recognition
/// and text agree are shown: a name that was misread is none of them. Stateless.
public final class Forms {
    private static final String FIELDS = "pdf:hasAcroFormFields";
    private static final Pattern WORD = Pattern.compile("(?U)\\w+");

    private Forms() {}

    /// Whether a document is a form with words of its own.
    public static boolean isForm(Extraction document) {
        return document.mediaType().equals("application/pdf")
                && !document.text().isBlank()
                && document.metadata().getOrDefault(FIELDS, List.of()).contains("true")
                && document.passages().stream()
                        .noneMatch(passage -> passage.origin().equals("ocr"));
    }

    /// The pages with those of their words alone that the form's text has too: what is left out counts as ink that
    /// nobody
    /// read.
    public static List<ScanPage> agreeing(List<ScanPage> pages, String text) {
        Set<String> written = new HashSet<>(words(text));
        return pages.stream()
                .map(page -> new ScanPage(
                        page.pixels(),
                        page.words().stream()
                                .filter(word -> written.containsAll(words(word.text())))
                                .toList()))
                .toList();
    }

    private static List<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
