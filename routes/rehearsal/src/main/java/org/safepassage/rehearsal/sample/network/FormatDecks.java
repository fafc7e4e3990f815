package org.safepassage.rehearsal.sample.network;

import static org.safepassage.rehearsal.sample.documents.DocumentFormat.DOC;
import static org.safepassage.rehearsal.sample.documents.DocumentFormat.DOCX;
import static org.safepassage.rehearsal.sample.documents.DocumentFormat.EML;
import static org.safepassage.rehearsal.sample.documents.DocumentFormat.HTML;
import static org.safepassage.rehearsal.sample.documents.DocumentFormat.MSG;
import static org.safepassage.rehearsal.sample.documents.DocumentFormat.ODT;
import static org.safepassage.rehearsal.sample.documents.DocumentFormat.PDF;
import static org.safepassage.rehearsal.sample.documents.DocumentFormat.RTF;
import static org.safepassage.rehearsal.sample.documents.DocumentFormat.TXT;
import static org.safepassage.rehearsal.sample.documents.DocumentFormat.TXT_1251;
import static org.safepassage.rehearsal.sample.documents.DocumentFormat.TXT_KOI8;
import static org.safepassage.rehearsal.sample.documents.DocumentFormat.XLSX;

import java.util.List;
import org.safepassage.rehearsal.sample.documents.DocumentFormat;
import org.safepassage.rehearsal.sample.language.DocumentKind;

/// In which formats papers come, in turns: what a small sample should have stands first.
final class FormatDecks {
    static final List<DocumentFormat> INTERVIEWS = List.of(DOCX, PDF, ODT, DOCX, DOC, RTF, DOCX, PDF, DOCX, ODT);
    static final List<DocumentFormat> MEDICAL = List.of(PDF, DOCX, PDF, RTF, DOC, PDF, ODT);
    static final List<DocumentFormat> WEIGHTY = List.of(PDF, DOC, DOCX, PDF, ODT, RTF);
    static final List<DocumentFormat> LIGHT = List.of(EML, TXT_1251, HTML, XLSX, MSG, TXT_KOI8, TXT);
    static final List<DocumentKind> LONG_PAPERS =
            List.of(DocumentKind.COMPLAINT, DocumentKind.STATEMENT, DocumentKind.RULING);

    private FormatDecks() {}

    /// What sort of paper comes in a format that knows no pages.
    static DocumentKind kindOf(DocumentFormat format) {
        return switch (format) {
            case EML, MSG -> DocumentKind.LETTER;
            case XLSX -> DocumentKind.SHEET;
            case TXT_KOI8, HTML -> DocumentKind.STATEMENT;
            default -> DocumentKind.REFERENCE;
        };
    }
}
