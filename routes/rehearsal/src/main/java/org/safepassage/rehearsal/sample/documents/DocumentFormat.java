package org.safepassage.rehearsal.sample.documents;

import java.util.Set;

/// The formats of documents that partners send. Writing is deterministic and thread-safe.
public enum DocumentFormat {
    DOCX("docx", true),
    PDF("pdf", true),
    SCAN("pdf", true);

    private static final Set<String> TEXT_ONLY = Set.of("text");
    private static final Set<String> EVERYTHING = Set.of("text", "header", "note", "author", "title");

    private final String extension;
    private final boolean paged;

    DocumentFormat(String extension, boolean paged) {
        this.extension = extension;
        this.paged = paged;
    }

    /// File name extension without the dot.
    public String extension() {
        return extension;
    }

    /// Whether the format tells how many pages it has; one that does not counts as one page.
    public boolean paged() {
        return paged;
    }

    /// Which of a document's places the format keeps.
    public Set<String> places() {
        return switch (this) {
            case DOCX, PDF -> EVERYTHING;
            case SCAN -> TEXT_ONLY;
        };
    }

    /// The file's bytes.
    public byte[] write(Document document) {
        return switch (this) {
            case DOCX -> DocxFile.write(document);
            case PDF, SCAN -> PdfFile.write(document);
        };
    }
}
