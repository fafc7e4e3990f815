package org.safepassage.rehearsal.sample.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.safepassage.rehearsal.sample.Dice;
import org.safepassage.rehearsal.sample.language.Composer;
import org.safepassage.rehearsal.sample.language.DocumentKind;
import org.safepassage.rehearsal.sample.language.Scenes;
import org.safepassage.rehearsal.sample.people.Language;
import org.safepassage.rehearsal.sample.truth.Planted;

class DocumentFormatTest {
    @ParameterizedTest
    @EnumSource(names = {"DOCX", "DOC", "ODT", "RTF", "PDF", "HTML", "TXT", "TXT_1251", "TXT_KOI8", "XLSX"})
    void anIndependentReaderFindsEverythingThatIsPlanted(DocumentFormat format) throws IOException {
        // Given
        Document document = document(format, DocumentKind.STATEMENT, format.paged() ? 3 : 1);

        // When
        Reader.Read read = Reader.read(format.write(document), "x." + format.extension());

        // Then
        assertThat(read.failed()).isFalse();
        assertThat(document.planted()).hasSizeGreaterThan(20);
        for (Planted form : document.planted()) {
            if (format.places().contains(form.place())) {
                assertThat(read.all()).as(form.place()).contains(Reader.folded(form.value()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DOCX", "DOC", "ODT", "PDF", "SCAN", "RTF"})
    void aPagedFormatTellsItsPages(DocumentFormat format) throws IOException {
        // Given
        Document document = document(format, DocumentKind.MEDICAL, 3);

        // When
        Reader.Read read = Reader.read(format.write(document), "x." + format.extension());

        // Then
        assertThat(read.pages()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "DOCX, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "DOC, application/msword",
        "ODT, application/vnd.oasis.opendocument.text",
        "RTF, application/rtf",
        "PDF, application/pdf",
        "SCAN, application/pdf",
        "XLSX, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "TXT_1251, text/plain; charset=windows-1251",
        "TXT_KOI8, text/plain; charset=KOI8-R",
        "TXT, text/plain; charset=UTF-8"
    })
    void theBytesTellTheFormat(DocumentFormat format, String type) throws IOException {
        // Given
        Document document = document(format, DocumentKind.COMPLAINT, format.paged() ? 2 : 1);

        // When
        Reader.Read read = Reader.read(format.write(document), format.paged() ? "unnamed" : "x." + format.extension());

        // Then
        assertThat(read.type()).startsWith(type);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"EML", "MSG"})
    void theSameDocumentGivesTheSameBytes(DocumentFormat format) {
        // Given
        Document document = document(format, DocumentKind.REFERENCE, 1);

        // When
        byte[] once = format.write(document);

        // Then
        assertThat(format.write(document)).isEqualTo(once);
    }

    @Test
    void aScanHasNoTextUntilItIsRecognised() throws IOException {
        // Given
        Document document = document(DocumentFormat.SCAN, DocumentKind.MEDICAL, 1);

        // When
        Reader.Read read = Reader.read(DocumentFormat.SCAN.write(document), "scan.pdf");

        // Then
        assertThat(read.failed()).isFalse();
        assertThat(read.all()).doesNotContain(document.planted().getFirst().value());
    }

    static Document document(DocumentFormat format, DocumentKind kind, int pages) {
        Language language = format == DocumentFormat.TXT_KOI8 ? Language.RU : Language.BE;
        for (long seed = 5; ; seed++) {
            Document document = new Composer(Scenes.full(seed), language, Dice.of(seed, 3)).compose(kind, pages);
            Document typed = format == DocumentFormat.TXT_KOI8 ? document.typewritten() : document;
            if (format.holds(typed)) {
                return typed;
            }
        }
    }
}
