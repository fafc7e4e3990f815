package org.safepassage.redact.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepassage.redact.renditions.pages.ScanPage;
import org.safepassage.redact.renditions.pages.ScanPainter;
import org.safepassage.redact.renditions.pages.TextPdf;
import org.safepassage.redact.renditions.pages.Word;
import org.safepassage.schemas.Content;
import org.safepassage.schemas.Extraction;

/// The exit check on PDFs: those that are made of clean texts pass, and a name in any part of one does not.
class RebuiltPdfTest {
    private static final int WIDTH = 827;
    private static final int HEIGHT = 1170;

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

    @Test
    void ofCleanTextsNothingInAPaintedPagesLayerLooksLikeAnIdentity() throws Exception {
        // Given
        var invented = new InventedTexts(new Random(11));

        // When, Then
        for (int number = 0; number < 6; number++) {
            byte[] pdf = painted(invented.next(number % 3), 11 + number);
            assertThat(check(pdf)).isInstanceOf(CheckResult.Clean.class);
        }
    }

    @Test
    void aNameInAPaintedPagesLayerIsFound() throws Exception {
        assertThat(check(painted("Там была Кавалеўская Надзея.", 3))).isInstanceOf(CheckResult.Leaks.class);
        assertThat(check(painted("тэл. +375 29 613-48-07", 4))).isInstanceOf(CheckResult.Leaks.class);
    }

    /// A page on which every word stands in a box of its own, somewhat beside its line as on a scan, and is shown as a
    /// dark box.
    private static byte[] painted(String text, int seed) throws IOException {
        var random = new Random(seed);
        var words = new ArrayList<Word>();
        byte[] pixels = new byte[WIDTH * HEIGHT];
        java.util.Arrays.fill(pixels, (byte) 0xff);
        int left = 60;
        int line = 1;
        for (String word : text.strip().split("\\s+")) {
            int width = 8 * word.length();
            line = left + width > WIDTH - 60 ? line + 1 : line;
            left = left + width > WIDTH - 60 ? 60 : left;
            int top = 50 + 16 * line + random.nextInt(3);
            words.add(new Word(word, 1, line, left, top, width, 9 + random.nextInt(5), 96));
            java.util.Arrays.fill(pixels, top * WIDTH + left, top * WIDTH + left + width, (byte) 0x20);
            left += width + 4 + random.nextInt(5);
        }
        var packed = new ByteArrayOutputStream();
        try (var packing = new GZIPOutputStream(packed)) {
            packing.write(("P5 " + WIDTH + " " + HEIGHT + " 255\n").getBytes(StandardCharsets.US_ASCII));
            packing.write(pixels);
        }
        return new ScanPainter()
                .paint(
                        List.of(new ScanPage("page", words)),
                        where -> packed.toByteArray(),
                        List.of(List.of()),
                        CheckScene.allowance())
                .orElseThrow()
                .pdf();
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
