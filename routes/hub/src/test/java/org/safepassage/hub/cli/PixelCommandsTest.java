package org.safepassage.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.hub.wiring.DrawnFilm;
import picocli.CommandLine;

/// `redact` and `detect` on scans and photographs, with everything that they start.
@Tag("slow")
class PixelCommandsTest {
    private static final String POLICY = """
            policy: plain
            description: For this test.
            photographs: release
            scans: release
            rows:
              any: {PERSON: remove, LOCATION: keep, ORGANISATION: keep, QUANTITY: keep, DEMOGRAPHIC: keep, DATE: keep}
              unlinked: {PERSON: remove}
            """;

    @TempDir
    private Path folder;

    private Path policy = Path.of("policy");
    private Path paper = Path.of("paper");

    @BeforeEach
    void paperAndPolicy() throws Exception {
        policy = Files.writeString(folder.resolve("plain.yaml"), POLICY);
        paper = Invented.scan(
                folder.resolve("paper.png"),
                "Statement taken in the district hospital",
                "Mrs Alesia Vydumanava came with pain in the shoulder",
                "and told what had happened to her in the cells.");
    }

    @Test
    void aScanIsPaintedAnewBesideItsText() throws Exception {
        // When
        var spoken = redact(paper);

        // Then
        assertThat(spoken.err()).isEmpty();
        assertThat(spoken.code()).isZero();
        assertThat(spoken.out()).isEqualToNormalizingNewlines("1 document-1.txt ok\n");
        assertThat(out("document-1.txt"))
                .content()
                .contains("pain in the shoulder")
                .doesNotContain("Vydumanava");
        assertThat(isGrey(out("document-1.pdf"), 300, 340)).as("the name's box").isTrue();
        assertThat(isGrey(out("document-1.pdf"), 180, 250)).as("the heading").isFalse();
    }

    @Test
    void aPaperThatNobodyCanReadIsWithheldAndSaysWhy() throws Exception {
        // Given
        Path drawing = Invented.drawing(folder.resolve("drawing.png"));

        // When
        var spoken = redact(drawing);

        // Then
        assertThat(spoken.code()).isEqualTo(1);
        assertThat(spoken.out()).isEqualToNormalizingNewlines("1 withheld unread-ink\n");
        assertThat(out("document-1.pdf")).doesNotExist();
    }

    @Test
    void aFormKeepsItsAnswersBesideItsQuestions() throws Exception {
        // Given
        Path form = Invented.form(folder.resolve("form.pdf"), "Alesia Vydumanava", "Bruise on the shoulder, 7 cm");

        // When
        var spoken = redact(form);

        // Then
        assertThat(spoken.err()).isEmpty();
        assertThat(spoken.out()).isEqualToNormalizingNewlines("1 document-1.txt ok\n");
        assertThat(out("document-1.txt")).content().contains("Bruise").doesNotContain("Vydumanava");
        assertThat(isGrey(out("document-1.pdf"), 720, 365)).as("the name's box").isTrue();
        try (var document = Loader.loadPDF(out("document-1.pdf").toFile())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Findings", "Bruise", "The form was filled in at the hospital in the evening.")
                    .doesNotContain("Vydumanava");
        }
    }

    @Test
    void aFormIsSetAnewWherePaintedPagesNeedAPersonsEye() throws Exception {
        // Given
        Files.writeString(policy, POLICY.replace("scans: release", "scans: hold"));
        Path form = Invented.form(folder.resolve("form.pdf"), "Alesia Vydumanava", "Bruise on the shoulder, 7 cm");

        // When
        var spoken = redact(form);

        // Then
        assertThat(spoken.out()).isEqualToNormalizingNewlines("1 document-1.txt ok\n");
        assertThat(isGrey(out("document-1.pdf"), 720, 365)).as("a box").isFalse();
        try (var document = Loader.loadPDF(out("document-1.pdf").toFile())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Bruise")
                    .doesNotContain("Vydumanava");
        }
    }

    @Test
    void aTiffOfTooManyPagesIsWithheldBeforeAnyIsRead() throws Exception {
        // Given: a directory without entries for each page, which no reader could decode
        ByteBuffer pages = ByteBuffer.allocate(8 + 6 * 400)
                .put("MM\0*".getBytes(StandardCharsets.US_ASCII))
                .putInt(8);
        while (pages.hasRemaining()) {
            pages.putShort((short) 0).putInt(pages.remaining() > 4 ? pages.position() + 4 : 0);
        }
        Path tiff = Files.write(folder.resolve("pages.tif"), pages.array());
        Path endless =
                Files.write(folder.resolve("endless.tif"), pages.putInt(10, 8).array());

        // When
        List<Spoken> all =
                List.of(redact(tiff), redact(tiff, "--photographs"), redact(endless), redact(endless, "--photographs"));

        // Then
        assertThat(all.stream().map(Spoken::code)).containsOnly(1);
        assertThat(all.stream().map(spoken -> spoken.out().strip()))
                .containsExactly(
                        "1 withheld too-many-pages",
                        "1 withheld several-pages",
                        "1 withheld damaged",
                        "1 withheld damaged");
    }

    @Test
    void aLongScanInPdfIsWithheld() throws Exception {
        // Given
        Path pdf = folder.resolve("long.pdf");
        try (var document = new PDDocument()) {
            var print = LosslessFactory.createFromImage(document, ImageIO.read(paper.toFile()));
            for (int i = 0; i <= 100; i++) {
                var page = new PDPage();
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.drawImage(print, 0, 0, 612, 792);
                }
            }
            document.save(pdf.toFile());
        }

        // When
        var spoken = redact(pdf);

        // Then
        assertThat(spoken.code()).isEqualTo(1);
        assertThat(spoken.out()).isEqualToNormalizingNewlines("1 withheld too-many-pages\n");
    }

    @Test
    void ofAPhotographFacesAndWordsAreCoveredAndTheReportTellsTheRegions() throws Exception {
        // When
        var spoken = redact(paper, "--photographs");

        // Then
        assertThat(spoken.err()).isEmpty();
        assertThat(spoken.out()).startsWith("1 document-1.png ").contains(" regions covered");
        var report = new ObjectMapper().readTree(out("report.json").toFile());
        assertThat(report.at("/pictures/0/regions/0/kind").asText()).isEqualTo("WORDS");
        assertThat(report.toString()).doesNotContain("Vydumanava").doesNotContain("paper");
        var covered = ImageIO.read(out("document-1.png").toFile());
        assertThat(covered.getRGB(300, 340) & 0xffffff).as("inside the name").isZero();
    }

    @Test
    void ofAFilmWordsAreCoveredAndOnlyTimesThatItHasCanBeMuted() throws Exception {
        // Given
        Path film = Files.write(
                folder.resolve("film.mp4"),
                DrawnFilm.of(ImageIO.read(Invented.scan(folder.resolve("sign.png"), "Mrs Alesia Vydumanava")
                                .toFile())
                        .getSubimage(0, 150, 1200, 400)));

        // When
        var late = redact(film, "--mute", "0:05-0:06");
        var overlong = redact(film, "--mute", "0-0.2,0.1-0:06");
        boolean written = Files.exists(out("document-1.mp4"));
        var muted = redact(film, "--mute", "0-0.2");

        // Then
        assertThat(late.code()).isEqualTo(2);
        assertThat(late.err()).startsWith("--mute: range 1 begins behind the end of the film; look in a player");
        assertThat(overlong.code()).isEqualTo(2);
        assertThat(overlong.err()).startsWith("--mute: range 2 ends behind the end of the film; look in a player");
        assertThat(written).isFalse();
        assertThat(muted.err()).contains("voice: mute");
        assertThat(muted.out()).startsWith("1 document-1.mp4 review ").contains(" faces and words covered, sound none");
        var report = new ObjectMapper().readTree(out("report.json").toFile());
        assertThat(report.at("/videos/0/covered/0/kind").asText()).isEqualTo("WORDS");
        assertThat(out("document-1.mp4")).exists();
    }

    @Test
    void detectListsTheRegionsOfAPhotograph() throws Exception {
        // Given
        var out = new ByteArrayOutputStream();
        var command = new CommandLine(new DetectCommand(new ByteArrayInputStream(new byte[0]), out))
                .setErr(new PrintWriter(new StringWriter()));

        // When
        command.execute(paper.toString());

        // Then
        var line = new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
        assertThat(line.path("id").asText()).isEqualTo("1");
        assertThat(line.path("regions")).isNotEmpty();
        assertThat(line.toString()).doesNotContain("Vydumanava").doesNotContain("paper");
    }

    private Spoken redact(Path file, String... more) {
        var arguments = new java.util.ArrayList<>(List.of(
                "redact",
                "--policy",
                policy.toString(),
                "--out",
                folder.resolve("out").toString(),
                file.toString()));
        arguments.addAll(List.of(more));
        return Spoken.of(arguments.toArray(String[]::new));
    }

    private Path out(String name) {
        return folder.resolve("out").resolve(name);
    }

    private static boolean isGrey(Path pdf, int x, int y) throws Exception {
        try (var document = Loader.loadPDF(pdf.toFile())) {
            var page = new PDFRenderer(document).renderImageWithDPI(0, 200);
            int shade = page.getRGB(x, y) & 0xff;
            return shade == 0xd0;
        }
    }
}
