package org.safepassage.rehearsal.sample.language;

import java.util.List;
import java.util.Locale;

/// What sort of paper a composed document is; each takes its words from sections of the phrase book that carry its
/// name.
public enum DocumentKind {
    INTERVIEW(3, 6),
    MEDICAL(1, 4),
    COMPLAINT(2, 12),
    RULING(2, 12),
    STATEMENT(2, 9),
    LETTER(1, 1),
    REFERENCE(1, 1),
    /// A table of persons, one row each.
    SHEET(1, 1);

    private final int fewestPages;
    private final int mostPages;

    DocumentKind(int fewestPages, int mostPages) {
        this.fewestPages = fewestPages;
        this.mostPages = mostPages;
    }

    /// Sections that its paragraphs are drawn from, the likely ones more than once; empty for questions and answers.
    public List<String> body() {
        return switch (this) {
            case INTERVIEW -> List.of();
            case MEDICAL -> List.of("body.medical", "body.medical", "body.medical", "third");
            case COMPLAINT -> List.of("body.complaint", "third", "third");
            case RULING -> List.of("body.ruling", "third", "third");
            case STATEMENT -> List.of("saw", "saw", "saw", "say.people");
            case LETTER -> List.of("letter");
            case REFERENCE -> List.of("reference");
            case SHEET -> List.of("row");
        };
    }

    /// Pages of the shortest one.
    public int fewestPages() {
        return fewestPages;
    }

    /// Pages of the longest one.
    public int mostPages() {
        return mostPages;
    }

    /// The word that sections of phrase books use.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
