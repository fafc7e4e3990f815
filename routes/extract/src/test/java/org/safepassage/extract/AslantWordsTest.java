package org.safepassage.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepassage.schemas.Content;

/// A stamp or a note on a page's margin runs at any angle: its words come whole, since a name in pieces is not found.
@Tag("slow")
final class AslantWordsTest {
    @TempDir
    static Path temp;

    private static ExtractorPool pool;

    @BeforeAll
    static void start() throws IOException {
        pool = new ExtractorPool(Workers.settings(temp));
    }

    @AfterAll
    static void stop() {
        pool.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 15, 45, 90, 180, 270, 330})
    void wordsThatRunAtAnAngleComeWhole(int degrees) throws IOException {
        // Given
        byte[] pdf = page("Piotr Kowalczyk was here", degrees);

        // When
        String text = pool.extract(Content.of(pdf), "a.pdf").text();

        // Then
        assertThat(text).contains("Piotr Kowalczyk was here").contains("level line of the page");
    }

    private static byte[] page(String words, int degrees) throws IOException {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            var sheet = new PDPage(PDRectangle.A4);
            document.addPage(sheet);
            var font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            try (var content = new PDPageContentStream(document, sheet)) {
                content.beginText();
                content.setFont(font, 12);
                content.setTextMatrix(Matrix.getRotateInstance(Math.toRadians(degrees), 300, 400));
                content.showText(words);
                content.endText();
                content.beginText();
                content.setFont(font, 12);
                content.newLineAtOffset(72, 780);
                content.showText("level line of the page");
                content.endText();
            }
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
