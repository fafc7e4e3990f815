package org.safepassage.rehearsal.sample.network;

import java.util.List;
import org.safepassage.rehearsal.sample.documents.DocumentFormat;
import org.safepassage.rehearsal.sample.language.DocumentKind;

/// In which formats papers come, in turns: what a small sample should have stands first.
final class FormatDecks {
    static final List<DocumentFormat> INTERVIEWS = List.of(DocumentFormat.DOCX, DocumentFormat.PDF);
    static final List<DocumentFormat> MEDICAL = List.of(DocumentFormat.PDF, DocumentFormat.DOCX);
    static final List<DocumentFormat> WEIGHTY = List.of(DocumentFormat.PDF, DocumentFormat.DOCX);
    static final List<DocumentFormat> LIGHT = List.of(DocumentFormat.DOCX);
    static final List<DocumentKind> LONG_PAPERS =
            List.of(DocumentKind.COMPLAINT, DocumentKind.STATEMENT, DocumentKind.RULING);

    private FormatDecks() {}

    /// What sort of paper comes in a format that knows no pages.
    static DocumentKind kindOf(DocumentFormat format, int turn) {
        return switch (format) {
            default -> turn % 2 == 0 ? DocumentKind.REFERENCE : DocumentKind.LETTER;
        };
    }
}
