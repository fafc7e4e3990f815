package org.safepassage.redact.renditions.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a rebuilt PDF is made of, object by object.
class TextPdfContentsTest {
    private static final String TEXT = "Сведка Person BCDF казаў.\n=== attachment 1 ===\nab ЎўІі\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Info",
                "Metadata",
                "Names",
                "EmbeddedFiles",
                "EmbeddedFile",
                "AF",
                "AcroForm",
                "XFA",
                "Annots",
                "Outlines",
                "JavaScript",
                "JS",
                "OpenAction",
                "AA",
                "URI",
                "Launch",
                "OCProperties",
                "PieceInfo",
                "LastModified",
                "CreationDate",
                "ModDate",
                "Producer",
                "Creator",
                "Author",
                "Title",
                "Collection",
                "Perms",
                "DSS",
                "Thumb",
                "XObject",
                "ActualText",
                "Alt",
                "Prev",
                "Encrypt",
                "StructTreeRoot",
                "PageLabels"
            })
    void nothingOfThisKindIsInIt(String name) throws Exception {
        // When
        var names = new Walk(made()).names;

        // Then
        assertThat(names).doesNotContain(name);
    }

    @Test
    void itIsOneRevisionWithoutBytesBehindIt() {
        // When
        String bytes = new String(made(), StandardCharsets.ISO_8859_1);

        // Then
        assertThat(bytes.split("%%EOF", -1)).hasSize(2);
        assertThat(bytes).endsWith("%%EOF\n");
        assertThat(bytes.split("startxref", -1)).hasSize(2);
    }

    @Test
    void everyObjectIsReachedFromTheTrailer() throws Exception {
        // Given
        byte[] pdf = made();

        // When
        var walk = new Walk(pdf);

        // Then
        try (var document = Loader.loadPDF(pdf)) {
            var known = document.getDocument().getXrefTable().keySet().stream()
                    .map(key -> key.getNumber())
                    .toList();
            // The stream of objects and the table itself are no objects of the document.
            assertThat(walk.objects).hasSizeGreaterThanOrEqualTo(known.size() - 3);
        }
    }

    @Test
    void theOnlyStringsAreTheLanguageAndTheFontsOwn() throws Exception {
        // When
        var strings = new Walk(made()).strings;

        // Then
        assertThat(strings)
                .allSatisfy(string -> assertThat(string)
                        .satisfiesAnyOf(
                                one -> assertThat(one).isIn("be", "Adobe", "Identity"),
                                one -> assertThat(one.getBytes(StandardCharsets.ISO_8859_1))
                                        .hasSize(32)));
    }

    @Test
    void noByteByWhichAPageCallsACharacterIsALetterOrDigit() throws Exception {
        // Given
        String text = "The service number belongs to the station. Сведка казаў, што бачыў. 0123456789 ąćęłńóśźż";

        // When
        byte[] pdf = new TextPdf().of(text, "en").orElseThrow();

        // Then
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (var token : new PDFStreamParser(document.getPage(0)).parse()) {
                if (token instanceof COSArray shown && shown.getObject(0) instanceof COSString string) {
                    for (byte b : string.getBytes()) {
                        assertThat(b & 0xff).matches(code -> code < 0x20 || code >= 0x80);
                    }
                }
            }
            assertThat(new PDFTextStripper().getText(document)).startsWith(text);
        }
    }

    @Test
    void theFontHoldsOnlyGlyphsOfTheRedactedText() throws Exception {
        // Given
        String letters = TEXT.replace("\n", " ")
                .codePoints()
                .sorted()
                .distinct()
                .mapToObj(Character::toString)
                .collect(Collectors.joining());

        // When
        var font = new Walk(made()).fonts;
        var ofLetters = new Walk(new TextPdf().of(letters, "be").orElseThrow()).fonts;
        var ofMore = new Walk(new TextPdf().of(letters + "Щ", "be").orElseThrow()).fonts;

        // Then
        assertThat(font).as("order and number of the letters leave no trace").containsExactly(ofLetters.getFirst());
        assertThat(font.getFirst()).isNotEqualTo(ofMore.getFirst());
    }

    @Test
    void twoTextsDifferInWhatTheySayAlone() throws Exception {
        // When
        byte[] one = new TextPdf().of("abc", "be").orElseThrow();
        byte[] other = new TextPdf().of("cba", "be").orElseThrow();

        // Then
        assertThat(new Walk(one).ids).isEqualTo(new Walk(other).ids).hasSize(2);
    }

    private static byte[] made() {
        return new TextPdf().of(TEXT, "be").orElseThrow();
    }

    /// Everything that can be reached from the trailer of a PDF.
    private static final class Walk {
        private final Set<String> names = new HashSet<>();
        private final List<String> strings = new ArrayList<>();
        private final List<byte[]> fonts = new ArrayList<>();
        private final Set<Long> objects = new HashSet<>();
        private final List<String> ids = new ArrayList<>();
        private final Set<COSBase> seen = new HashSet<>();

        Walk(byte[] pdf) throws IOException {
            try (PDDocument document = Loader.loadPDF(pdf)) {
                COSDictionary trailer = document.getDocument().getTrailer();
                trailer.getCOSArray(COSName.ID).forEach(id -> ids.add(((COSString) id).toHexString()));
                visit(trailer);
            }
        }

        private void visit(COSBase base) throws IOException {
            if (base instanceof COSObject reference) {
                objects.add(reference.getKey().getNumber());
                visit(reference.getObject());
                return;
            }
            if (!seen.add(base)) {
                return;
            }
            switch (base) {
                case COSName name -> names.add(name.getName());
                case COSString string -> strings.add(new String(string.getBytes(), StandardCharsets.ISO_8859_1));
                case COSArray array -> {
                    for (COSBase item : array) {
                        visit(item);
                    }
                }
                case COSDictionary dictionary -> {
                    for (var entry : dictionary.entrySet()) {
                        visit(entry.getKey());
                        visit(entry.getValue());
                        if (entry.getKey().equals(COSName.FONT_FILE2)) {
                            fonts.add(bytes((COSStream) dictionary.getDictionaryObject(COSName.FONT_FILE2)));
                        }
                    }
                }
                default -> {
                    // Numbers and truth values say nothing.
                }
            }
        }

        private static byte[] bytes(COSStream stream) throws IOException {
            var out = new ByteArrayOutputStream();
            try (var in = stream.createInputStream()) {
                in.transferTo(out);
            }
            return out.toByteArray();
        }
    }
}
