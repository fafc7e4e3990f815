package org.safepassage.redact.renditions.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
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
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
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
    private static final List<String> LETTER = List.of(
            "Протокол медицинского осмотра",
            "Пациентка Кавалевская Надежда жаловалась на боль в плече.",
            "Связаться с ней можно по номеру +375 29 613-48-07 вечером.",
            "Врач описал синяк на левом плече и ссадину на спине.",
            "По мнению врача, следы получены за три дня до осмотра.");
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
        BufferedImage scan = letter();

        // When
        var result = redact(pdf(scan));

        // Then
        assertThat(result).isInstanceOf(Result.Painted.class);
        String read = print(result);
        assertThat(read)
                .contains("осмотра", "жаловалась", "плече", "мнению")
                .doesNotContainIgnoringCase("Кавалев")
                .doesNotContainIgnoringCase("Надежд")
                .doesNotContain("613");
        assertThat(redact(pdf(scan))).usingRecursiveComparison().isEqualTo(result);
    }

    @Test
    void handwritingAndStampsAreGreyAndTheirPixelsGone() throws Exception {
        // Given
        BufferedImage scan = letter();
        scribble(scan, 200, 1500);

        // When
        var result = redact(pdf(scan));

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
        BufferedImage plain = letter();
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
        BufferedImage painted = drawn(redact(pdf(scan)));

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
        BufferedImage upright = letter();
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
        var result = redact(turned(lying));

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
            assertThat(redactor.redact(Content.of(pdf(letter())), texts -> List.of(), allowance()))
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
                writer.writeToSequence(new javax.imageio.IIOImage(letter(), null, null), null);
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
        byte[] original = layered(5_000);

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
        assertThat(redact(locked())).isEqualTo(new Result.Held(1, ScanDoubt.ENCRYPTED));
        assertThat(redact(pages(10_000, PDRectangle.A4))).isEqualTo(new Result.Held(0, ScanDoubt.TOO_MANY_PAGES));
        assertThat(redact(pages(1, new PDRectangle(14_400, 14_400))))
                .isEqualTo(new Result.Held(1, ScanDoubt.TOO_LARGE));
        assertThat(redact("%PDF-1.7 nothing".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(new Result.Held(1, ScanDoubt.DAMAGED));
        assertThat(redact("GIF?".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(new Result.Held(1, ScanDoubt.UNSUPPORTED));
    }

    @Test
    void aTiffOfTooManyPagesIsHeldBeforeOneIsDecoded() throws Exception {
        assertThat(redact(emptyTiff(400, 0))).isEqualTo(new Result.Held(0, ScanDoubt.TOO_MANY_PAGES));
        assertThat(redact(emptyTiff(2, 1))).as("of endless pages").isEqualTo(new Result.Held(1, ScanDoubt.DAMAGED));
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

    /// Directories without entries, so that no page can be decoded.
    private static byte[] emptyTiff(int pages, int backTo) {
        ByteBuffer out = ByteBuffer.allocate(8 + 6 * pages)
                .put("MM\0*".getBytes(StandardCharsets.US_ASCII))
                .putInt(8);
        for (int page = 1; page <= pages; page++) {
            int follows = page < pages ? page + 1 : backTo;
            out.putShort((short) 0).putInt(follows == 0 ? 0 : 8 + 6 * (follows - 1));
        }
        return out.array();
    }

    @Test
    void formsInFormsAreHeldHoweverDeepTheyGo() throws Exception {
        // Given: twenty thousand deep; and forty deep, each shown twice
        byte[] deep = nested(20_000, "/F Do");
        byte[] doubling = nested(40, "/F Do /F Do");
        children.close();
        children = new Children(child().withTimes(Duration.ofSeconds(20), Duration.ofMinutes(2)), ScanTask.class);

        // When
        List<Result> results = List.of(redact(deep), redact(doubling));

        // Then
        assertThat(results).allSatisfy(result -> assertThat(result).isInstanceOf(Result.Held.class));
        assertThat(redact(pdf(letter()))).isInstanceOf(Result.Painted.class);
    }

    @Test
    void aNameThatWasNotPaintedIsFoundByTheExitCheck() throws Exception {
        // Given: the layer that paints sees no mentions at all
        var blind = new ScanRedactor(children, PRINT)
                .redact(
                        Content.of(pdf(letter())),
                        texts -> texts.stream().map(text -> List.<Mention>of()).toList(),
                        allowance());
        var painted = redact(pdf(letter()));

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

    /// As JPEG whose EXIF says that the camera was held on its side (Exif 2.32, 4.6.4 A: 6).
    private static byte[] turned(BufferedImage lying) throws IOException {
        var plain = new ByteArrayOutputStream();
        ImageIO.write(lying, "jpeg", plain);
        byte[] exif =
                HexFormat.of().parseHex("ffe1002245786966000049492a000800000001001201030001000000060000000000000000");
        var out = new ByteArrayOutputStream();
        out.write(plain.toByteArray(), 0, 2);
        out.write(exif, 0, 36);
        out.write(plain.toByteArray(), 2, plain.size() - 2);
        return out.toByteArray();
    }

    /// An A4 page at 200 dots an inch.
    private static BufferedImage letter() throws Exception {
        var page = new BufferedImage(1654, 2339, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = page.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, page.getWidth(), page.getHeight());
        pen.setColor(Color.BLACK);
        String resource = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
        try (var font = Objects.requireNonNull(PDDocument.class.getResourceAsStream(resource))) {
            pen.setFont(Font.createFont(Font.TRUETYPE_FONT, font).deriveFont(34f));
        }
        int down = 260;
        for (String line : LETTER) {
            pen.drawString(line, 180, down);
            down += 90;
        }
        pen.setStroke(new BasicStroke(3));
        pen.drawLine(170, 290, 1450, 290);
        pen.dispose();
        return page;
    }

    private static void scribble(BufferedImage page, int left, int top) {
        Graphics2D pen = page.createGraphics();
        pen.setColor(new Color(40, 40, 40));
        pen.setStroke(new BasicStroke(5));
        for (int i = 0; i < 6; i++) {
            int x = left + i * 90;
            pen.draw(new CubicCurve2D.Double(x, top + 200, x + 60, top - 40, x + 20, top + 330, x + 130, top + 90));
        }
        pen.drawOval(left + 420, top + 20, 220, 220);
        pen.dispose();
    }

    private static byte[] pdf(BufferedImage scan) throws IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(
                        LosslessFactory.createFromImage(document, scan),
                        0,
                        0,
                        PDRectangle.A4.getWidth(),
                        PDRectangle.A4.getHeight());
            }
            return saved(document);
        }
    }

    /// The letter under many layers that are switched off.
    private static byte[] layered(int count) throws Exception {
        try (var document = Loader.loadPDF(pdf(letter()))) {
            var page = document.getPage(0);
            var layers = new PDOptionalContentProperties();
            document.getDocumentCatalog().setOCProperties(layers);
            var font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            try (var content =
                    new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
                for (int i = 0; i < count; i++) {
                    var layer = new PDOptionalContentGroup("layer " + i);
                    layers.addGroup(layer);
                    layers.setGroupEnabled(layer, false);
                    content.beginMarkedContent(COSName.OC, layer);
                    content.beginText();
                    content.setFont(font, 20);
                    content.newLineAtOffset(100, 100 + i % 300);
                    content.showText("hidden");
                    content.endText();
                    content.endMarkedContent();
                }
            }
            return saved(document);
        }
    }

    /// A page whose form shows a form that shows a form.
    ///
    /// @param shown what each form says: once or twice the next one
    private static byte[] nested(int count, String shown) {
        var pdf = new StringBuilder("%PDF-1.7\n")
                .append("1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n")
                .append("2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n")
                .append("3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R ")
                .append("/Resources << /XObject << /F 5 0 R >> >> >>\nendobj\n")
                .append("4 0 obj\n<< /Length 5 >>\nstream\n/F Do\nendstream\nendobj\n");
        for (int i = 0; i < count; i++) {
            pdf.append(5 + i)
                    .append(
                            " 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /F ")
                    .append(6 + i)
                    .append(" 0 R >> >> /Length ")
                    .append(shown.length())
                    .append(" >>\nstream\n")
                    .append(shown)
                    .append("\nendstream\nendobj\n");
        }
        return pdf.append("trailer\n<< /Root 1 0 R >>\n%%EOF\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] pages(int count, PDRectangle box) throws IOException {
        try (var document = new PDDocument()) {
            for (int i = 0; i < count; i++) {
                document.addPage(new PDPage(box));
            }
            return saved(document);
        }
    }

    private static byte[] locked() throws IOException {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            return saved(document);
        }
    }

    private static byte[] saved(PDDocument document) throws IOException {
        var out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
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
