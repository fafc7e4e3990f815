package org.safepassage.redact.renditions.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.CubicCurve2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.redact.Allowance;
import org.safepassage.redact.CaseText;
import org.safepassage.redact.Detector;
import org.safepassage.redact.People;
import org.safepassage.redact.apart.ChildSettings;
import org.safepassage.redact.apart.Children;
import org.safepassage.redact.check.CheckResult;
import org.safepassage.redact.check.CheckedFile;
import org.safepassage.redact.check.ExitCheck;
import org.safepassage.redact.policies.Policies;
import org.safepassage.redact.policies.PolicyInvalid;
import org.safepassage.redact.pseudonyms.MemoryRegister;
import org.safepassage.redact.pseudonyms.PseudonymMaker;
import org.safepassage.redact.renditions.pages.ScanRedactor.Result;
import org.safepassage.schemas.CaseFile;
import org.safepassage.schemas.CaseFileVersion;
import org.safepassage.schemas.Content;
import org.safepassage.schemas.Extraction;
import org.safepassage.schemas.Mention;
import org.safepassage.schemas.Person;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Sex;

/// Scans with the real Tesseract and a real child.
@Tag("slow")
class ScanRedactorTest {
    private static final Person PATIENT =
            People.person("p1", Role.COMPLAINANT, Sex.FEMALE, "Кавалевская", "Надежда", "Степановна");
    private static final CaseFile CASE = new CaseFile(
            CaseFileVersion.parse("cf-ab23cd34ef56gh72.v1"),
            "partner-a",
            "VS-2021/0734",
            "",
            List.of(),
            List.of(PATIENT),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    private static final PrintReader PRINT = new PrintReader("tesseract", "rus+bel+eng");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Children children;

    @BeforeEach
    void startChildren() throws IOException {
        children = new Children(child(), ScanTask.class);
    }

    private ChildSettings child() {
        return ChildSettings.defaults(
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        System.getProperty("java.class.path"),
                        folder.resolve("apart"))
                .withMemory(512, 6144);
    }

    @AfterEach
    void endChildren() {
        children.close();
    }

    @Test
    void namesAndNumbersOnAScanAreCoveredAndTheRestCanBeRead() throws Exception {
        // Given
        BufferedImage scan = ScannedLetters.letter();

        // When
        var result = redact(ScannedLetters.pdf(scan));

        // Then
        assertThat(result).isInstanceOf(Result.Painted.class);
        String read = print(result);
        assertThat(read)
                .contains("осмотра", "жаловалась", "плече", "мнению")
                .doesNotContainIgnoringCase("Кавалев")
                .doesNotContainIgnoringCase("Надежд")
                .doesNotContain("613");
        assertThat(redact(ScannedLetters.pdf(scan))).usingRecursiveComparison().isEqualTo(result);
    }

    @Test
    void handwritingAndStampsAreGreyAndTheirPixelsGone() throws Exception {
        // Given
        BufferedImage scan = ScannedLetters.letter();
        ScannedLetters.scribble(scan, 200, 1500);

        // When
        var result = redact(ScannedLetters.pdf(scan));

        // Then
        BufferedImage painted = drawn(result);
        int strokes = 0;
        var shades = new java.util.TreeSet<Integer>();
        for (int y = 1560; y < 1700; y++) {
            for (int x = 300; x < 800; x++) {
                int shade = painted.getRaster().getSample(x, y, 0);
                strokes += shade < 0x90 ? 1 : 0;
                shades.add(shade);
            }
        }
        assertThat(strokes).isZero();
        assertThat(shades).as("one box that does not show its shape").hasSize(1);
        assertThat(shades.first()).isLessThan(0xf0);
    }

    @Test
    void noWordIsShownThroughWhichASignatureRunsOrOnWhichAStampStands() throws Exception {
        // Given
        BufferedImage plain = ScannedLetters.letter();
        var scan = new BufferedImage(plain.getWidth(), plain.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = scan.createGraphics();
        pen.drawImage(plain, 0, 0, null);
        // A black pen goes up and down through the fourth line, a blue stamp lies round the end of the last.
        pen.setColor(new Color(30, 30, 30));
        pen.setStroke(new BasicStroke(3));
        pen.draw(new CubicCurve2D.Double(560, 440, 600, 640, 620, 440, 660, 620));
        pen.setColor(new Color(40, 60, 200));
        pen.setStroke(new BasicStroke(4));
        pen.drawOval(800, 540, 220, 220);
        pen.dispose();

        // When
        BufferedImage painted = drawn(redact(ScannedLetters.pdf(scan)));

        // Then
        assertThat(pixelsOf(painted, 560, 490, 626, 590))
                .as("nothing of the stroke")
                .isZero();
        assertThat(pixelsOf(painted, 800, 640, 830, 700))
                .as("nothing of the stamp")
                .isZero();
        assertThat(pixelsOf(painted, 180, 490, 300, 535))
                .as("the words beside them")
                .isPositive();
    }

    @Test
    void aPhotographedPageIsReadAsTheCameraWasHeld() throws Exception {
        // Given: pixels that lie on their side, and a note of the camera that says so
        BufferedImage upright = ScannedLetters.letter();
        var lying = new BufferedImage(upright.getHeight(), upright.getWidth(), BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < upright.getHeight(); y++) {
            for (int x = 0; x < upright.getWidth(); x++) {
                lying.getRaster()
                        .setSample(
                                y,
                                upright.getWidth() - 1 - x,
                                0,
                                upright.getRaster().getSample(x, y, 0));
            }
        }

        // When
        var result = redact(ScannedLetters.turned(lying));

        // Then
        assertThat(print(result)).contains("осмотра", "плече").doesNotContainIgnoringCase("Кавалев");
    }

    @Test
    void aScanThatWaitsForTesseractSaysSo() throws Exception {
        // Given
        var nobody = new ScanRedactor(children, new PrintReader("no-such-tesseract", "rus"));
        var unlearned = new ScanRedactor(children, new PrintReader("tesseract", "rus+tlh"));

        // When, Then
        for (var redactor : List.of(nobody, unlearned)) {
            assertThat(redactor.redact(
                            Content.of(ScannedLetters.pdf(ScannedLetters.letter())), texts -> List.of(), allowance()))
                    .isEqualTo(new Result.Held(0, ScanDoubt.OCR_MISSING));
        }
    }

    @Test
    void aPhotographOfSomethingIsForAPersonToSee() throws Exception {
        // Given
        var photograph = new BufferedImage(800, 600, BufferedImage.TYPE_BYTE_GRAY);
        var random = new Random(3);
        for (int y = 0; y < 600; y++) {
            for (int x = 0; x < 800; x++) {
                photograph.getRaster().setSample(x, y, 0, (x / 60 * 40 + y / 50 * 30 + random.nextInt(40)) & 0xff);
            }
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(photograph, "png", out);

        // When
        var result = redact(out.toByteArray());

        // Then
        assertThat(result).isEqualTo(new Result.Held(1, ScanDoubt.UNREAD_INK));
    }

    @Test
    void everyPageOfATiffIsPainted() throws Exception {
        // Given
        var out = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (int page = 0; page < 2; page++) {
                writer.writeToSequence(new javax.imageio.IIOImage(ScannedLetters.letter(), null, null), null);
            }
            writer.endWriteSequence();
        }

        // When
        var result = redact(out.toByteArray());

        // Then
        assertThat(result).isInstanceOf(Result.Painted.class);
        assertThat(ReadPdf.pages(pdf(result))).isEqualTo(2);
        assertThat(print(result)).doesNotContainIgnoringCase("Кавалев");
    }

    @Test
    void whatHiddenLayersHoldIsNotOnThePage() throws Exception {
        // Given
        byte[] original = HardScans.layered(5_000);

        // When
        var result = redact(original);

        // Then
        assertThat(result).isInstanceOf(Result.Painted.class);
        assertThat(print(result)).contains("осмотра").doesNotContain("hidden");
        assertThat(new String(pdf(result), StandardCharsets.ISO_8859_1))
                .doesNotContain("OCG")
                .doesNotContain("layer");
    }

    @Test
    void whatCannotBeDrawnIsHeldWithAWord() throws Exception {
        assertThat(redact(HardScans.locked())).isEqualTo(new Result.Held(1, ScanDoubt.ENCRYPTED));
        assertThat(redact(HardScans.pages(10_000, PDRectangle.A4)))
                .isEqualTo(new Result.Held(0, ScanDoubt.TOO_MANY_PAGES));
        assertThat(redact(HardScans.pages(1, new PDRectangle(14_400, 14_400))))
                .isEqualTo(new Result.Held(1, ScanDoubt.TOO_LARGE));
        assertThat(redact("%PDF-1.7 nothing".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(new Result.Held(1, ScanDoubt.DAMAGED));
        assertThat(redact("GIF?".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(new Result.Held(1, ScanDoubt.UNSUPPORTED));
    }

    @Test
    void aTiffOfTooManyPagesIsHeldBeforeOneIsDecoded() throws Exception {
        assertThat(redact(HardScans.emptyTiff(400, 0))).isEqualTo(new Result.Held(0, ScanDoubt.TOO_MANY_PAGES));
        assertThat(redact(HardScans.emptyTiff(2, 1)))
                .as("of endless pages")
                .isEqualTo(new Result.Held(1, ScanDoubt.DAMAGED));
    }

    @Test
    void ofAMillionFramesNoMoreAreCountedThanTellThatThereAreTooMany() throws Exception {
        // Given: a number of frames that no longer is a number of pages
        byte[] head = new BigInteger("47494638396101000100800000000000ffffff", 16).toByteArray();
        byte[] frame = new BigInteger("2c0000000001000100000202440100", 16).toByteArray();
        ByteBuffer gif =
                ByteBuffer.allocate(head.length + frame.length * 1_000_000 + 1).put(head);
        while (gif.remaining() > 1) {
            gif.put(frame);
        }
        gif.put((byte) ';');

        // When, Then
        assertThat(redact(gif.array())).isEqualTo(new Result.Held(0, ScanDoubt.TOO_MANY_PAGES));
    }

    @Test
    void formsInFormsAreHeldHoweverDeepTheyGo() throws Exception {
        // Given: twenty thousand deep; and forty deep, each shown twice
        byte[] deep = HardScans.nested(20_000, "/F Do");
        byte[] doubling = HardScans.nested(40, "/F Do /F Do");
        children.close();
        children = new Children(child().withTimes(Duration.ofSeconds(20), Duration.ofMinutes(2)), ScanTask.class);

        // When
        List<Result> results = List.of(redact(deep), redact(doubling));

        // Then
        assertThat(results).allSatisfy(result -> assertThat(result).isInstanceOf(Result.Held.class));
        assertThat(redact(ScannedLetters.pdf(ScannedLetters.letter()))).isInstanceOf(Result.Painted.class);
    }

    @Test
    void aNameThatWasNotPaintedIsFoundByTheExitCheck() throws Exception {
        // Given: the layer that paints sees no mentions at all
        var blind = new ScanRedactor(children, PRINT)
                .redact(
                        Content.of(ScannedLetters.pdf(ScannedLetters.letter())),
                        texts -> texts.stream().map(text -> List.<Mention>of()).toList(),
                        allowance());
        var painted = redact(ScannedLetters.pdf(ScannedLetters.letter()));

        // When
        var leak = check(blind);
        var clean = check(painted);

        // Then
        assertThat(leak).isInstanceOf(CheckResult.Leaks.class);
        assertThat(clean).isInstanceOf(CheckResult.Clean.class);
    }

    private CheckResult check(Result result) throws IOException {
        byte[] pdf = pdf(result);
        String text = print(result);
        var read = new Extraction(
                Extraction.Status.OK, "", "application/pdf", 1, List.of(), text, List.of(), Map.of(), List.of());
        return new ExitCheck((content, name) -> read)
                .check(
                        List.of(new CheckedFile("data/renditions/x1.pdf", Content.of(pdf))),
                        CASE,
                        allowance(),
                        List.of());
    }

    private Result redact(byte[] original) throws IOException {
        var detector = Detector.standard().forCase(List.of(PATIENT));
        Function<List<String>, List<List<Mention>>> find = texts -> detector.detect(
                texts.stream().map(text -> new CaseText("page", text, "ru")).toList());
        return new ScanRedactor(children, PRINT).redact(Content.of(original), find, allowance());
    }

    private String print(Result result) throws IOException {
        var text = new StringBuilder();
        try (var document = Loader.loadPDF(pdf(result))) {
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                Path drawn = folder.resolve("read.pgm");
                PagePicture.of(new PDFRenderer(document).renderImageWithDPI(page, 200, ImageType.GRAY))
                        .writeTo(drawn);
                text.append(PRINT.words(drawn).orElseThrow().stream()
                        .map(Word::text)
                        .collect(Collectors.joining(" ")));
            }
        }
        return text.toString();
    }

    private static BufferedImage drawn(Result result) throws IOException {
        byte[] pdf = pdf(result);
        String kept = System.getProperty("safepassage.keep", "");
        if (!kept.isEmpty()) {
            Files.write(Path.of(kept), pdf);
        }
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(0, 200, ImageType.GRAY);
        }
    }

    private static byte[] pdf(Result result) {
        return ((Result.Painted) result).pages().orElseThrow().pdf();
    }

    /// Dark pixels of a part of a page.
    private static int pixelsOf(BufferedImage page, int left, int top, int right, int bottom) {
        int dark = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                dark += page.getRaster().getSample(x, y, 0) < 0x90 ? 1 : 0;
            }
        }
        return dark;
    }

    private static Allowance allowance() {
        try {
            var policy = Policies.parse("scan.yaml", """
                    policy: scan
                    description: for this test
                    rows:
                      any:
                        PERSON: pseudonym
                        LOCATION: keep
                        ORGANISATION: keep
                        DATE: keep
                        CODE: remove
                        CONTACT: remove
                        DEMOGRAPHIC: keep
                        QUANTITY: keep
                      unlinked: {PERSON: remove}
                    """);
            var pseudonyms = new PseudonymMaker(new MemoryRegister(), new Random(5));
            return new Allowance(policy, Set.of(), List.of(PATIENT), pseudonyms, "cf/");
        } catch (PolicyInvalid e) {
            throw new IllegalStateException(e);
        }
    }
}
