package org.safepassage.hub.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.extract.ExtractorPool;
import org.safepassage.redact.Allowance;
import org.safepassage.redact.check.CheckResult;
import org.safepassage.redact.check.CheckedFile;
import org.safepassage.redact.check.ExitCheck;
import org.safepassage.redact.pseudonyms.MemoryRegister;
import org.safepassage.redact.pseudonyms.PseudonymMaker;
import org.safepassage.redact.renditions.pages.ScanPage;
import org.safepassage.redact.renditions.pages.ScanPainter;
import org.safepassage.redact.renditions.pages.Word;
import org.safepassage.schemas.CaseFile;
import org.safepassage.schemas.Content;
import org.safepassage.schemas.Person;
import org.safepassage.schemas.PersonName;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Sex;

/// A painted page says everything twice, in pixels and in the text layer over them: the exit check, as the hub wires
/// it, reads both, and neither stands for the other.
@Tag("slow")
class PaintedPageLeaksTest {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final List<String> CLEAN =
            List.of("Statement", "taken", "in", "the", "hospital", "about", "a", "bruise");
    private static final List<String> NAMED =
            List.of("Statement", "taken", "in", "Kavaleuskaya", "hospital", "about", "a", "bruise");

    private static final Person COMPLAINANT = new Person(
            "p1",
            Role.COMPLAINANT,
            Sex.FEMALE,
            List.of(new PersonName("Кавалеўская Надзея Сцяпанаўна", "Кавалеўская", "Надзея", "Сцяпанаўна")),
            List.of());
    private static final CaseFile CASE = ReadBackScene.caseOf(COMPLAINANT);

    @TempDir
    private static Path folder;

    private static ExtractorPool extractor;

    @BeforeAll
    static void asWired() throws IOException {
        extractor = ReadBackScene.extractor(folder);
    }

    @AfterAll
    static void close() {
        extractor.close();
    }

    @Test
    void aNameIsFoundInThePixelsUnderACleanLayerAndInALayerOverCleanPixels() throws Exception {
        assertThat(check(painted(CLEAN, CLEAN))).isInstanceOf(CheckResult.Clean.class);
        assertThat(check(painted(NAMED, CLEAN))).as("in the pixels").isInstanceOf(CheckResult.Leaks.class);
        assertThat(check(painted(CLEAN, NAMED))).as("in the layer").isInstanceOf(CheckResult.Leaks.class);
    }

    private static CheckResult check(ScanPainter.Painted painted) throws Exception {
        var file = new CheckedFile("data/renditions/x1.pdf", Content.of(painted.pdf()), painted.words());
        return new ExitCheck(extractor::extract).check(List.of(file), CASE, allowance(), List.of());
    }

    private static Allowance allowance() throws Exception {
        var codes = new PseudonymMaker(new MemoryRegister());
        return new Allowance(ReadBackScene.policy(), Set.of(), List.of(COMPLAINANT), codes, "cf/");
    }

    /// @param printed words in the pixels
    /// @param read what was taken for them, so that no name was found
    private static ScanPainter.Painted painted(List<String> printed, List<String> read) throws Exception {
        var page = new BufferedImage(1654, 1000, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = page.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, page.getWidth(), page.getHeight());
        pen.setColor(Color.BLACK);
        try (var font = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT))) {
            pen.setFont(Font.createFont(Font.TRUETYPE_FONT, font).deriveFont(36f));
        }
        var words = new ArrayList<Word>();
        for (int i = 0; i < printed.size(); i++) {
            int left = 180 + i % 4 * 300;
            int bottom = 260 + i / 4 * 90;
            pen.drawString(printed.get(i), left, bottom);
            int width = pen.getFontMetrics().stringWidth(printed.get(i));
            words.add(new Word(read.get(i), 1, i / 4, left, bottom - 30, width, 42, 96));
        }
        pen.dispose();
        byte[] packed = packed(page);
        var pages = List.of(new ScanPage("page", words));
        return new ScanPainter()
                .paint(pages, where -> packed, List.of(List.of()), allowance())
                .orElseThrow();
    }

    /// As the reader of scans keeps pages.
    private static byte[] packed(BufferedImage page) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var packing = new GZIPOutputStream(out)) {
            packing.write(
                    ("P5 " + page.getWidth() + " " + page.getHeight() + " 255\n").getBytes(StandardCharsets.US_ASCII));
            for (int y = 0; y < page.getHeight(); y++) {
                for (int x = 0; x < page.getWidth(); x++) {
                    packing.write(page.getRaster().getSample(x, y, 0) & 0xfe);
                }
            }
        }
        return out.toByteArray();
    }
}
