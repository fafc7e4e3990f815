package org.safepassage.redact.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepassage.redact.renditions.pages.TextPdf;
import org.safepassage.schemas.Content;
import org.safepassage.schemas.Extraction;

/// The exit check on PDFs: those that are made of clean texts pass, and a name in any part of one does not.
class RebuiltPdfTest {
    @Test
    void ofCleanTextsNothingInAPdfLooksLikeAnIdentity() {
        // Given
        var invented = new InventedTexts(new Random(7));
        List<String> texts = IntStream.range(0, 30)
                .mapToObj(number -> invented.next(number % 3))
                .toList();

        // When
        var results = texts.stream()
                .map(text -> check(new TextPdf().of(text, "be").orElseThrow()))
                .toList();

        // Then
        assertThat(results).allSatisfy(result -> assertThat(result).isInstanceOf(CheckResult.Clean.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Там была Кавалеўская Надзея.",
                "Fiodar Shcherbachenko saw it",
                "тэл. +375 29 613-48-07",
                "[імя], тел. +375 44 512-77-08"
            })
    void whatIsLeftInAPageIsFound(String text) {
        // When
        var result = check(new TextPdf().of(text, "be").orElseThrow());

        // Then
        assertThat(result).isInstanceOf(CheckResult.Leaks.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"n.kavaleuskaja@example.org", "Nadzeja Kavaleuskaja", "call +375 44 512-77-08"})
    void wordsInAStreamThatNoPageShowsAreFound(String words) throws Exception {
        // Given
        byte[] pdf = withStream("q BT /F 10 Tf (" + words + ") Tj ET Q\n");

        // When
        var result = check(pdf);

        // Then
        assertThat(result).isInstanceOf(CheckResult.Leaks.class);
    }

    private static byte[] withStream(String content) throws IOException {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            var stream = new PDStream(document);
            try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                out.write(content.getBytes(StandardCharsets.US_ASCII));
            }
            document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("Kept"), stream);
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static CheckResult check(byte[] pdf) {
        return CheckScene.check(RebuiltPdfTest::read, CheckScene.file("data/renditions/x1.pdf", pdf));
    }

    private static Extraction read(Content content, String name) throws IOException {
        try (var in = content.open();
                var document = Loader.loadPDF(in.readAllBytes())) {
            return CheckScene.extraction(Extraction.Status.OK, new PDFTextStripper().getText(document), Map.of());
        }
    }
}
