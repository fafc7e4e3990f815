package org.safepassage.rehearsal.sample.documents;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// The formats of documents that partners send. Writing is deterministic and thread-safe.
public enum DocumentFormat {
    DOCX("docx", true),
    DOC("doc", true),
    ODT("odt", true),
    RTF("rtf", true),
    PDF("pdf", true),
    /// PDF that is only pictures of pages.
    SCAN("pdf", true),
    HTML("html", false),
    TXT("txt", false),
    /// Plain text in windows-1251.
    TXT_1251("txt", false),
    /// Plain text in KOI8-R, which has no Belarusian letters.
    TXT_KOI8("txt", false),
    XLSX("xlsx", false),
    /// Mail; needs a [Letter].
    EML("eml", false),
    /// Outlook's mail; needs a [Letter].
    MSG("msg", false);

    private static final Set<String> TEXT_ONLY = Set.of("text");

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

    /// Whether the file is a mail with an attachment.
    public boolean mail() {
        return this == EML || this == MSG;
    }

    /// Which of a document's places the format keeps.
    public Set<String> places() {
        return switch (this) {
            case DOCX, PDF, ODT, HTML -> Set.of("text", "header", "note", "author", "title");
            case RTF -> Set.of("text", "header", "author", "title");
            case DOC -> Set.of("text", "author", "title");
            case XLSX -> Set.of("text", "note", "author", "title");
            case SCAN, TXT, TXT_1251, TXT_KOI8 -> TEXT_ONLY;
            case EML, MSG -> Set.of("text", "title");
        };
    }

    /// Whether every letter of the document exists in this format.
    public boolean holds(Document document) {
        return switch (this) {
            case TXT_1251, TXT_KOI8 -> charset().newEncoder().canEncode(document.text());
            default -> true;
        };
    }

    /// The file's bytes.
    ///
    /// @throws IllegalArgumentException for mail, and when a letter does not exist in this format
    public byte[] write(Document document) {
        return switch (this) {
            case DOCX -> DocxFile.write(document);
            case DOC -> DocFile.write(document);
            case ODT -> OdtFile.write(document);
            case RTF -> RtfFile.write(document);
            case PDF -> PdfFile.write(document);
            case SCAN -> ScanFile.write(document);
            case HTML -> PlainFiles.html(document);
            case TXT, TXT_1251, TXT_KOI8 -> PlainFiles.text(document, charset());
            case XLSX -> XlsxFile.write(document);
            case EML, MSG -> throw new IllegalArgumentException("a mail is written from a letter");
        };
    }

    private Charset charset() {
        return switch (this) {
            case TXT_1251 -> Charset.forName("windows-1251");
            case TXT_KOI8 -> Charset.forName("KOI8-R");
            default -> StandardCharsets.UTF_8;
        };
    }
}
