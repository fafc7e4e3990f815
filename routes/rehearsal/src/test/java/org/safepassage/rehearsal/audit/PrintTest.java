package org.safepassage.rehearsal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A page that nobody read is never told as one without leaks.
class PrintTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"false", "no-such-program-as-tesseract"})
    void aPageThatIsDrawnAndCannotBeReadEndsTheAudit(String program) throws IOException {
        // Given
        Path pdf = page();
        Path picture = folder.resolve("x.png");
        ImageIO.write(noise(), "png", picture.toFile());

        // Then
        assertThatThrownBy(() -> read(program, pdf))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("tesseract");
        assertThatThrownBy(() -> read(program, picture)).isInstanceOf(IOException.class);
    }

    @Test
    void aDamagedFileYieldsNothingSinceItsBytesAreSearchedInAnyCase() throws IOException {
        // Given
        Path damaged = Files.writeString(folder.resolve("d.pdf"), "%PDF-1.7 and nothing else");

        // Then
        assertThat(read("false", damaged)).isEmpty();
    }

    @Test
    void whatTheProgramSaysOfAPageIsTold() throws IOException {
        // Given: cat says what it is given when it is called like Tesseract
        Path cat = Files.writeString(folder.resolve("cat.sh"), "#!/bin/sh\nwc -c | tr -d ' \\n'\n");
        cat.toFile().setExecutable(true);

        // Then: the page came whole
        assertThat(read(cat.toString(), page()))
                .singleElement()
                .satisfies(told -> assertThat(Integer.parseInt(told)).isGreaterThan(1000));
    }

    private static List<String> read(String program, Path file) throws IOException {
        var told = new ArrayList<String>();
        new Print(program).read(file, reading -> told.add(reading.text()));
        return told;
    }

    private Path page() throws IOException {
        Path file = folder.resolve("x.pdf");
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(LosslessFactory.createFromImage(document, noise()), 0, 0, 600, 700);
            }
            document.save(file.toFile());
        }
        return file;
    }

    /// A page larger than what a pipe holds.
    private static BufferedImage noise() {
        var picture = new BufferedImage(600, 700, BufferedImage.TYPE_BYTE_GRAY);
        var random = new java.util.Random(3);
        for (int i = 0; i < 600 * 700; i++) {
            picture.getRaster().setSample(i % 600, i / 600, 0, random.nextInt(256));
        }
        return picture;
    }
}
