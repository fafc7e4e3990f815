package org.safepassage.hub.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.CubicCurve2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.extract.ExtractorPool;
import org.safepassage.hub.ledger.Holds;
import org.safepassage.hub.pipeline.steps.Extract;
import org.safepassage.hub.pipeline.steps.ScanSearch;
import org.safepassage.hub.wiring.House;
import org.safepassage.hub.wiring.HubFolders;
import org.safepassage.hub.wiring.InstalledExtractor;
import org.safepassage.hub.wiring.InstalledScans;
import org.safepassage.redact.apart.Children;
import org.safepassage.redact.renditions.pages.PrintReader;
import org.safepassage.redact.renditions.pages.ScanReader;
import org.safepassage.schemas.Content;
import org.safepassage.schemas.Extraction;
import org.safepassage.schemas.HoldReason;

/// Scans on the whole way, with the real Tesseract, a real child that draws and the real exit check.
@Tag("slow")
class ScansTest {
    private static final List<String> LETTER = List.of(
            "Statement taken in the district hospital",
            "Mrs Vera Lysenok came to us with pain in the shoulder",
            "and told what had happened to her in the cells.",
            "Her number is +375 29 613-48-07 in the evening.",
            "The doctor saw a large bruise and wrote it down.");

    @TempDir
    Path root = Path.of("");

    private final WholeWay way = new WholeWay();

    @Test
    void aScanLeavesAsPagesPaintedAnewAndOneThatNobodyCanReadIsHeld() throws Exception {
        // Given
        var folders = way.foldersWithPrint(root);
        try (var children = InstalledScans.children(root.resolve("drawing"));
                var house = house(folders, children, PrintReader.installed())) {
            house.office("office").put("17", "first");
            house.office("office").attachPaper("17", "a.png", "letter");
            house.office("office").attachPaper("17", "b.png", "handwriting");
            house.office("office").attachPaper("17", "c.png", "cut");

            // When
            WholeWay.pull(house);
            var bag = way.bag(house);

            // Then
            assertThat(bag.keySet().stream().filter(name -> name.contains("renditions/")))
                    .containsExactly(
                            "data/renditions/case-file.xhtml",
                            "data/renditions/x2.pdf",
                            "data/renditions/x2.txt",
                            "data/renditions/x2.xhtml");
            assertThat(text(of(bag, "data/renditions/x2.txt")))
                    .contains("pain in the shoulder")
                    .doesNotContain("Lysenok")
                    .doesNotContain("613");
            assertThat(layer(of(bag, "data/renditions/x2.pdf")))
                    .contains("pain in the shoulder")
                    .contains("Her number is [contact] in the evening")
                    .doesNotContain("Lysenok")
                    .doesNotContain("613");
            assertThat(shade(of(bag, "data/renditions/x2.pdf"), 640, 1800))
                    .as("the signature is a light box")
                    .isEqualTo(0xe8);
            assertThat(text(of(bag, "data/withheld.json"))).contains("scan-doubtful", "exhibit-corrupt");
            assertThat(house.get(Holds.class).open())
                    .extracting(Holds.Hold::exhibit, Holds.Hold::reason, Holds.Hold::where)
                    .containsExactlyInAnyOrder(
                            tuple("x3", HoldReason.SCAN_DOUBTFUL, "exhibit x3 page 1: unread-ink"),
                            tuple("x4", HoldReason.EXHIBIT_CORRUPT, "exhibit x4 page 1: damaged"));
        }
    }

    @Test
    void aFormIsPaintedAnewAndOneWhosePrintNobodyCanReadIsSetAnewFromItsText() throws Exception {
        // Given
        var folders = way.foldersWithPrint(root);
        try (var children = InstalledScans.children(root.resolve("drawing"));
                var house = house(folders, children, PrintReader.installed())) {
            house.office("office").put("17", "first");
            house.office("office").attachPaper("17", "a.pdf", "form");
            house.office("office").attachPaper("17", "b.pdf", "form by hand");

            // When
            WholeWay.pull(house);
            var bag = way.bag(house);

            // Then
            assertThat(pictures(of(bag, "data/renditions/x2.pdf"))).isEqualTo(1);
            assertThat(pictures(of(bag, "data/renditions/x3.pdf"))).isZero();
            assertThat(List.of("x2", "x3")).allSatisfy(exhibit -> {
                assertThat(text(of(bag, "data/renditions/" + exhibit + ".txt")))
                        .contains("pain in the shoulder")
                        .doesNotContain("Lysenok");
                try (var pdf = Loader.loadPDF(of(bag, "data/renditions/" + exhibit + ".pdf"))) {
                    assertThat(new PDFTextStripper().getText(pdf))
                            .contains("shoulder")
                            .doesNotContain("Lysenok");
                }
            });
            assertThat(house.get(Holds.class).open()).isEmpty();
        }
    }

    private static long pictures(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            long pictures = 0;
            for (var name : document.getPage(0).getResources().getXObjectNames()) {
                pictures += document.getPage(0).getResources().isImageXObject(name) ? 1 : 0;
            }
            return pictures;
        }
    }

    @Test
    void aPolicyThatHoldsScansHoldsASureOneAndItsReviewRecordTellsWhere() throws Exception {
        // Given
        var folders = way.foldersWithPrint(root);
        WholeWay.replace(folders, "policies/un-mechanism.yaml", "scans: release", "scans: hold");
        try (var children = InstalledScans.children(root.resolve("drawing"));
                var house = house(folders, children, PrintReader.installed())) {
            house.office("office").put("17", "first");
            house.office("office").attachPaper("17", "a.png", "letter");

            // When
            WholeWay.pull(house);
            var bag = way.bag(house);

            // Then
            assertThat(bag.keySet()).noneMatch(name -> name.contains("renditions/x2"));
            assertThat(text(of(bag, "data/withheld.json"))).contains("scan-review");
            assertThat(WholeWay.records(house))
                    .filteredOn(record -> record.item().equals("x2"))
                    .singleElement()
                    .satisfies(record -> assertThat(record.mentions()).anySatisfy(found -> {
                        assertThat(found.person()).isEqualTo("p1");
                        assertThat(found.place().page()).isEqualTo(1);
                        assertThat(found.place().box()).hasSize(4);
                    }));
        }
    }

    @Test
    void withoutTesseractAScanIsHeldWithTheReasonAndTheCaseGoesOn() throws Exception {
        // Given
        var folders = way.foldersWithPrint(root);
        try (var children = InstalledScans.children(root.resolve("drawing"));
                var house = house(folders, children, new PrintReader("no-such-tesseract", "eng"))) {
            house.office("office").put("17", "first");
            house.office("office").attachPaper("17", "a.png", "letter");

            // When
            WholeWay.pull(house);
            var bag = way.bag(house);

            // Then
            assertThat(bag.keySet()).noneMatch(name -> name.contains("renditions/x2"));
            assertThat(text(of(bag, "data/withheld.json"))).contains("ocr-missing");
            assertThat(house.get(Holds.class).open())
                    .extracting(Holds.Hold::exhibit, Holds.Hold::reason)
                    .containsExactly(tuple("x2", HoldReason.OCR_MISSING));
        }
    }

    @Test
    void aPaintedPageThatCannotBeReadBackHoldsItsConsignment() throws Exception {
        // Given: an exit check that has no Tesseract
        var folders = way.foldersWithPrint(root);
        var settings = InstalledExtractor.settings(Files.createDirectories(root.resolve("read-back")))
                .withWorkers(1);
        var blind = settings.withOcr(settings.ocr().withPhotographs(true).withProgram("no-such-tesseract"));
        var pool = new ExtractorPool(blind);
        try (var children = InstalledScans.children(root.resolve("drawing"));
                var house = House.open(
                        folders,
                        Map.of(
                                "reading",
                                () -> papers(),
                                "scanning",
                                () -> scanning(new ScanReader(children, PrintReader.installed())),
                                "readBack",
                                () -> pool))) {
            house.office("office").put("17", "first");
            house.office("office").attachPaper("17", "a.png", "letter");

            // When
            WholeWay.pull(house);
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> assertThat(house.get(Holds.class).open())
                            .extracting(Holds.Hold::exchange, Holds.Hold::reason, Holds.Hold::where)
                            .contains(tuple(
                                    "office-to-tribunal",
                                    HoldReason.OCR_MISSING,
                                    "data/renditions/x2.pdf: was read back as partial (ocr-missing: page 1)")));

            // Then
            assertThat(house.tribunal().files()).isEmpty();
        }
    }

    /// A house that reads no paper as text, and its scans with this reader.
    private static House house(HubFolders folders, Children children, PrintReader print) throws IOException {
        return House.open(
                folders,
                Map.of("reading", () -> papers(), "scanning", () -> scanning(new ScanReader(children, print))));
    }

    /// An office's files are words; these stand for pictures, which the extractor does not read.
    private static Extract.Reading papers() {
        return (content, name) -> {
            try (InputStream in = content.open()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8).startsWith("form")
                        ? form()
                        : new Extraction(
                                Extraction.Status.NO_TEXT,
                                "",
                                "image/png",
                                1,
                                List.of(),
                                "",
                                List.of(),
                                Map.of(),
                                List.of());
            }
        };
    }

    /// Of a form the words are text as well.
    private static Extraction form() {
        return new Extraction(
                Extraction.Status.OK,
                "",
                "application/pdf",
                1,
                List.of("en"),
                String.join("\n", LETTER),
                List.of(),
                Map.of("pdf:hasAcroFormFields", List.of("true")),
                List.of());
    }

    private static ScanSearch.Scanning scanning(ScanReader reader) {
        return (scan, keeping) -> {
            try (InputStream in = scan.open()) {
                return reader.read(picture(new String(in.readAllBytes(), StandardCharsets.UTF_8)), keeping);
            }
        };
    }

    private static Content picture(String name) throws IOException {
        var page = new BufferedImage(1654, 2339, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = page.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, page.getWidth(), page.getHeight());
        pen.setColor(Color.BLACK);
        if (!name.equals("handwriting") && !name.equals("form by hand")) print(pen);
        pen.setStroke(new BasicStroke(5));
        for (int x = 500; x < 900; x += 90) {
            pen.draw(new CubicCurve2D.Double(x, 1880, x + 60, 1620, x + 20, 1990, x + 130, 1750));
        }
        pen.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(page, "png", out);
        byte[] bytes = out.toByteArray();
        int size = name.equals("cut") ? bytes.length / 2 : bytes.length;
        return Content.of(Arrays.copyOf(bytes, size));
    }

    private static void print(Graphics2D pen) throws IOException {
        String resource = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
        try (var font = Objects.requireNonNull(PDDocument.class.getResourceAsStream(resource))) {
            pen.setFont(Font.createFont(Font.TRUETYPE_FONT, font).deriveFont(36f));
        } catch (java.awt.FontFormatException broken) {
            throw new IOException(broken);
        }
        int down = 260;
        for (String line : LETTER) {
            pen.drawString(line, 180, down);
            down += 90;
        }
    }

    /// What a pixel of the first page shows, the page drawn as it was painted.
    private static int shade(byte[] pdf, int x, int y) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(0, 200).getRGB(x, y) & 0xff;
        }
    }

    private static String layer(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static byte[] of(Map<String, byte[]> bag, String name) {
        return Objects.requireNonNull(bag.get(name), name);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
