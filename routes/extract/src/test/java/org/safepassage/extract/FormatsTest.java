package org.safepassage.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.schemas.Content;
import org.safepassage.schemas.Extraction;
import org.safepassage.schemas.Extraction.Passage;
import org.safepassage.schemas.Extraction.Status;

/// Each format gives its text, hidden text included, with pages and embedded documents.
@Tag("slow")
final class FormatsTest {
    private static final String BELARUSIAN = "Мяне затрымалі каля дома, і ніхто не сказаў, за што.";

    @TempDir
    static Path temp;

    private static ExtractorPool pool;
    private static ExtractorPool strict;

    @BeforeAll
    static void start() throws IOException {
        ExtractorSettings settings = Workers.settings(temp);
        pool = new ExtractorPool(settings);
        strict = new ExtractorPool(settings.withOcr(settings.ocr().withProgram("no-such-program-as-tesseract"))
                .withLimits(new DocumentLimits(8, 100, 10_000_000, 200, 1 << 20, 1 << 20)));
    }

    @AfterAll
    static void stop() {
        pool.close();
        strict.close();
    }

    @Test
    void everySampleOfTheCommonFormatsIsReadWhole() throws IOException {
        for (SampleDocuments.Sample sample : SampleDocuments.all()) {
            Extraction read = pool.extract(Content.of(sample.bytes()), sample.name());
            assertThat(read.status()).as(sample.name()).isEqualTo(Status.OK);
        }
    }

    @Test
    void theOffsetsOfPassagesAreCodePointsAndTheirPagesThoseOfThePdf() throws IOException {
        // Given
        byte[] pdf = pdf("First page speaks of the house.", "Second page was written after that.");

        // When
        Extraction read = pool.extract(Content.of(pdf), "two.pdf");

        // Then
        assertThat(read.pages()).isEqualTo(2);
        assertThat(read.passages()).extracting(Passage::page).containsExactly(1, 2);
        Passage second = read.passages().getLast();
        int start = read.text().offsetByCodePoints(0, second.start());
        int end = read.text().offsetByCodePoints(0, second.end());
        assertThat(read.text().substring(start, end)).isEqualTo("Second page was written after that.");
        assertThat(second.language()).isEqualTo("en");
        assertThat(second.origin()).isEqualTo("text");
    }

    @Test
    void offsetsCountACharacterBeyondTheBasicPlaneAsOne() throws IOException {
        // Given
        byte[] text = "😀 They took me near the house.".getBytes(StandardCharsets.UTF_8);

        // When
        Extraction read = pool.extract(Content.of(text), "a.txt");

        // Then
        assertThat(read.passages())
                .singleElement()
                .satisfies(passage -> assertThat(passage.end())
                        .isEqualTo(read.text().codePointCount(0, read.text().length())));
    }

    @Test
    void hiddenAndDeletedWordsOfADocxAreRead() throws IOException {
        // Given
        byte[] docx;
        try (var document = new XWPFDocument();
                var bytes = new ByteArrayOutputStream()) {
            var paragraph = document.createParagraph();
            paragraph.createRun().setText("shown ");
            var hidden = paragraph.createRun();
            hidden.setText("vanished");
            hidden.setVanish(true);
            document.write(bytes);
            docx = bytes.toByteArray();
        }

        // When
        Extraction read = pool.extract(Content.of(docx), "a.docx");

        // Then
        assertThat(read.text()).contains("shown", "vanished");
    }

    @Test
    void hiddenSheetsAndCommentsOfAWorkbookAreRead() throws IOException {
        // Given
        byte[] xlsx;
        try (var workbook = new XSSFWorkbook();
                var bytes = new ByteArrayOutputStream()) {
            workbook.createSheet("Open").createRow(0).createCell(0).setCellValue("seen");
            var sheet = workbook.createSheet("Closed");
            sheet.createRow(0).createCell(0).setCellValue("concealed");
            var comment = sheet.createDrawingPatriarch()
                    .createCellComment(workbook.getCreationHelper().createClientAnchor());
            comment.setString(workbook.getCreationHelper().createRichTextString("remark"));
            workbook.setSheetHidden(1, true);
            workbook.write(bytes);
            xlsx = bytes.toByteArray();
        }

        // When
        Extraction read = pool.extract(Content.of(xlsx), "a.xlsx");

        // Then
        assertThat(read.text()).contains("seen", "concealed", "remark");
    }

    @Test
    void whatHtmlHidesIsRead() throws IOException {
        // Given
        byte[] html = ("<html><body><p style='display:none'>concealed</p><!-- remark --><img alt='caption' src='x.png'>"
                        + "<input type='hidden' value='field'><script>var who = 'scripted';</script></body></html>")
                .getBytes(StandardCharsets.UTF_8);

        // When
        Extraction read = pool.extract(Content.of(html), "a.html");

        // Then
        assertThat(read.text()).contains("concealed");
        assertThat(String.valueOf(read.metadata().get("html:hidden")))
                .contains("remark", "caption", "field", "scripted");
    }

    @Test
    void hiddenWordsOfRtfAreRead() throws IOException {
        // Given
        byte[] rtf = "{\\rtf1\\ansi\\pard shown {\\v vanished} end.\\par}".getBytes(StandardCharsets.US_ASCII);

        // When
        Extraction read = pool.extract(Content.of(rtf), "a.rtf");

        // Then
        assertThat(read.text()).contains("shown", "vanished", "end");
    }

    @Test
    void aMailGivesItsHeadersAndAttachments() throws IOException {
        // Given
        SampleDocuments.Sample mail = SampleDocuments.all().stream()
                .filter(sample -> sample.name().equals("a.eml"))
                .findFirst()
                .orElseThrow();

        // When
        Extraction read = pool.extract(Content.of(mail.bytes()), "a.eml");

        // Then
        assertThat(read.text()).contains("From: a@example.org", "To: b@example.org", "Subject: sample");
        assertThat(read.embedded()).singleElement().satisfies(attached -> {
            assertThat(attached.path()).isEqualTo("n.txt");
            assertThat(attached.extraction().text()).isEqualTo("note");
        });
    }

    @Test
    void membersOfAnArchiveKeepTheirFolders() throws IOException {
        // Given
        byte[] zip = zip("справа 1/паказанні.txt", BELARUSIAN.getBytes(Charset.forName("KOI8-U")));

        // When
        Extraction read = pool.extract(Content.of(zip("inner.zip", zip)), "outer.zip");

        // Then
        assertThat(read.status()).isEqualTo(Status.OK);
        Extraction.Embedded inner = read.embedded().getFirst();
        assertThat(inner.extraction().embedded().getFirst().path()).isEqualTo("inner.zip/справа 1/паказанні.txt");
    }

    @Test
    void whatLiesTooDeepIsLeftOutAndSaid() throws IOException {
        // Given
        byte[] nested = "bottom".getBytes(StandardCharsets.US_ASCII);
        for (int depth = 0; depth < 12; depth++) {
            nested = zip("level.zip", nested);
        }

        // When
        Extraction read = pool.extract(Content.of(nested), "deep.zip");

        // Then
        Extraction deepest = read;
        while (!deepest.embedded().isEmpty()) {
            deepest = deepest.embedded().getFirst().extraction();
        }
        assertThat(deepest.status()).isEqualTo(Status.PARTIAL);
        assertThat(deepest.reason()).isEqualTo("embedded-depth");
    }

    @Test
    void anArchiveThatUnfoldsWithoutMeasureIsStopped() throws IOException {
        // Given
        byte[] bomb = zip("zeros.zip", zip("many.txt", new byte[0]));
        byte[] spaces = " ".repeat(3 << 20).getBytes(StandardCharsets.US_ASCII);

        // When
        Extraction innocent = strict.extract(Content.of(bomb), "small.zip");
        Extraction read = strict.extract(Content.of(zip("many.txt", spaces)), "bomb.zip");

        // Then
        assertThat(innocent.status()).isEqualTo(Status.OK);
        assertThat(read.status()).isEqualTo(Status.TOO_LARGE);
        assertThat(read.reason()).isEqualTo("expanded-bytes");
    }

    @Test
    void anEncryptedPdfSaysSo() throws IOException {
        // Given
        byte[] locked;
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
            document.save(bytes);
            locked = bytes.toByteArray();
        }

        // When
        Extraction read = pool.extract(Content.of(locked), "locked.pdf");

        // Then
        assertThat(read.status()).isEqualTo(Status.ENCRYPTED);
    }

    @Test
    void theTypeIsThatOfTheBytesWhateverTheName() throws IOException {
        // When
        Extraction read = pool.extract(Content.of(pdf("Words.")), "photo.jpg");

        // Then
        assertThat(read.mediaType()).isEqualTo("application/pdf");
    }

    @Test
    void aScannedPageIsRecognisedOnceAndSaysSo() throws IOException {
        // Given
        byte[] scanned = scan("They took me near my house");

        // When
        Extraction read = pool.extract(Content.of(scanned), "scan.pdf");

        // Then
        assertThat(read.status()).isEqualTo(Status.OK);
        assertThat(read.text()).contains("near my house");
        assertThat(read.passages()).extracting(Passage::origin).containsOnly("ocr");
        assertThat(read.passages()).extracting(Passage::page).containsOnly(1);
    }

    @Test
    void aScannedPageWithoutTesseractSaysWhatIsMissing() throws IOException {
        // Given
        byte[] scanned = scan("They took me near my house");

        // When
        Extraction read = strict.extract(Content.of(scanned), "scan.pdf");

        // Then
        assertThat(read.status()).isEqualTo(Status.NO_TEXT);
        assertThat(read.reason()).isEqualTo("ocr-missing: page 1");
    }

    @Test
    void aPhotographGivesItsMetadataAndNoText() throws IOException {
        // Given
        byte[] photo = picture("PNG", new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB));

        // When
        Extraction read = pool.extract(Content.of(photo), "photo.png");

        // Then
        assertThat(read.status()).isEqualTo(Status.NO_TEXT);
        assertThat(read.reason()).isEqualTo("picture");
        assertThat(read.metadata()).containsKey("width");
    }

    private static byte[] pdf(String... pages) throws IOException {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            for (String page : pages) {
                var sheet = new PDPage(PDRectangle.A4);
                document.addPage(sheet);
                try (var content = new PDPageContentStream(document, sheet)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.newLineAtOffset(72, 720);
                    content.showText(page);
                    content.endText();
                }
            }
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] scan(String words) throws IOException {
        var picture = new BufferedImage(1240, 400, BufferedImage.TYPE_BYTE_GRAY);
        var pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 1240, 400);
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 60));
        pen.drawString(words, 60, 200);
        pen.dispose();
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            var sheet = new PDPage(PDRectangle.A4);
            document.addPage(sheet);
            try (var content = new PDPageContentStream(document, sheet)) {
                content.drawImage(LosslessFactory.createFromImage(document, picture), 0, 500, 595, 192);
            }
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] picture(String format, BufferedImage image) throws IOException {
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, format, bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] zip(String name, byte[] member) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(member);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
