package org.safepassage.rehearsal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadataNode;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class LeakCounterTest {
    private static final String SURNAME = "Здрайцовіч";
    private static final String LATIN = "Zdraitsovich";
    private static final GroundTruth TRUTH = new GroundTruth(
            List.of(
                    form("C-1", "p1", "PERSON.SURNAME", SURNAME, "Здрайцовіч"),
                    form("C-1", "p1", "PERSON.SURNAME", LATIN, "Здрайцовіч"),
                    form("C-1", "p1", "PERSON.FULL", "Здрайцовіча Кастуся", "Здрайцовіч Кастусь"),
                    form("C-1", "p1", "PERSON.GIVEN", "Яна", "Ян"),
                    form("C-1", "p1", "CONTACT.PHONE", "+375 29 555-01-23", "+375295550123"),
                    form("C-1", "p1", "CODE.PERSONAL_NUMBER", "3120385A001PB5", "3120385A001PB5"),
                    form("C-1", "p2", "PERSON.SURNAME", "Верабей", "Верабей"),
                    form("C-1", "p2", "PERSON.FULL", "Верабей Алесь", "Верабей Алесь"),
                    form("C-1", "p3", "PERSON.SURNAME", "Верабей", "Верабей"),
                    form("C-1", "p3", "PERSON.FULL", "Верабей Ганна", "Верабей Ганна"),
                    form("C-2", "p1", "PERSON.SURNAME", "Лісоўскі", "Лісоўскі"),
                    form("C-2", "p1", "PERSON.FULL", "Лісоўскі Марк", "Лісоўскі Марк"),
                    form("C-2", "p1", "DATE.BIRTH", "12.03.1985", "1985-03-12")),
            List.of(
                    new CaseTruth(
                            "C-1",
                            "casebase",
                            "17",
                            true,
                            0,
                            Map.of("iapb", new CaseTruth.Expected("delivered", Set.of("p2"))),
                            List.of()),
                    new CaseTruth("C-2", "casebase", "18", true, 0, Map.of(), List.of())));

    @TempDir
    Path folder;

    private static PlantedForm form(String caseNumber, String person, String type, String value, String base) {
        return new PlantedForm(caseNumber, "record.json", person, type, value, base);
    }

    static Stream<Arguments> carriers() throws Exception {
        var sentence = "Размова, якую вёў " + SURNAME + ", скончылася.";
        var utf8 = sentence.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                arguments("plain text", "a.txt", utf8),
                arguments(
                        "lower case",
                        "a.txt",
                        SURNAME.toLowerCase(java.util.Locale.ROOT).getBytes(StandardCharsets.UTF_8)),
                arguments(
                        "decomposed letters",
                        "a.txt",
                        java.text.Normalizer.normalize(sentence, java.text.Normalizer.Form.NFD)
                                .getBytes(StandardCharsets.UTF_8)),
                arguments("soft hyphens", "a.txt", "Здрай\u00adцо\u00adвіч".getBytes(StandardCharsets.UTF_8)),
                arguments("a hyphen at the line's end", "a.txt", "Здрай-\nцовіч".getBytes(StandardCharsets.UTF_8)),
                arguments(
                        "UTF-16, little-endian, odd offset",
                        "a.bin",
                        concat(new byte[] {1}, sentence.getBytes(StandardCharsets.UTF_16LE))),
                arguments("UTF-16, big-endian", "a.bin", sentence.getBytes(StandardCharsets.UTF_16BE)),
                arguments("Latin letters in UTF-16", "a.bin", LATIN.getBytes(StandardCharsets.UTF_16LE)),
                arguments(
                        "windows-1251", "a.txt", "Здесь живёт Верабей Ганна".getBytes(Charset.forName("windows-1251"))),
                arguments("KOI8-R", "a.txt", "Здесь живёт Верабей Ганна".getBytes(Charset.forName("KOI8-R"))),
                arguments(
                        "JSON with escapes",
                        "a.json",
                        ("{\"a\":[{\"b\":\"" + escaped(sentence) + "\"}]}").getBytes(StandardCharsets.US_ASCII)),
                arguments(
                        "a name of a JSON field",
                        "a.json",
                        ("{\"" + escaped(SURNAME) + "\":1}").getBytes(StandardCharsets.US_ASCII)),
                arguments(
                        "JSON in JSON",
                        "a.json",
                        ("{\"a\":\"{\\\"b\\\":\\\"" + escaped(sentence).replace("\\", "\\\\") + "\\\"}\"}")
                                .getBytes(StandardCharsets.US_ASCII)),
                arguments("base64", "a.txt", Base64.getEncoder().encode(utf8)),
                arguments(
                        "base64 in lines, windows-1251",
                        "a.eml",
                        Base64.getMimeEncoder(40, new byte[] {13, 10})
                                .encode("Здесь живёт Верабей Ганна, соседка"
                                        .getBytes(Charset.forName("windows-1251")))),
                arguments(
                        "base64 of base64",
                        "a.txt",
                        Base64.getEncoder().encode(Base64.getEncoder().encode(utf8))),
                arguments(
                        "base64 in JSON, URL alphabet",
                        "a.json",
                        ("{\"data\":\""
                                        + Base64.getUrlEncoder()
                                                .withoutPadding()
                                                .encodeToString(utf8) + "\"}")
                                .getBytes(StandardCharsets.US_ASCII)),
                arguments("quoted-printable", "a.eml", quotedPrintable(sentence).getBytes(StandardCharsets.US_ASCII)),
                arguments(
                        "percent encoding",
                        "a.html",
                        java.net.URLEncoder.encode(sentence, StandardCharsets.UTF_8)
                                .getBytes(StandardCharsets.US_ASCII)),
                arguments("character references", "a.html", references(sentence).getBytes(StandardCharsets.US_ASCII)),
                arguments("hexadecimal", "a.txt", HexFormat.of().formatHex(utf8).getBytes(StandardCharsets.US_ASCII)),
                arguments("gzip", "a.gz", gzip(utf8)),
                arguments("a ZIP member", "a.zip", zip("plain.txt", utf8)),
                arguments("a ZIP member's name", "a.zip", zip(SURNAME + ".txt", new byte[1])),
                arguments("a ZIP in a ZIP", "a.zip", zip("inner.zip", zip("plain.txt", utf8))),
                arguments("DOCX text", "a.docx", docx(sentence, "")),
                arguments("DOCX author", "a.docx", docx("", SURNAME)),
                arguments("PDF text", "a.pdf", pdf(LATIN, "")),
                arguments("PDF author", "a.pdf", pdf("", SURNAME)),
                arguments("PNG text chunk", "a.png", png(SURNAME)),
                arguments(
                        "HTML comment",
                        "a.html",
                        ("<p>x</p><!-- " + SURNAME + " -->").getBytes(StandardCharsets.UTF_8)),
                arguments(
                        "a telephone number written in another way",
                        "a.txt",
                        "80295550123".getBytes(StandardCharsets.US_ASCII)),
                arguments(
                        "a number with strange separators",
                        "a.txt",
                        "3120385 A-001/PB5".getBytes(StandardCharsets.US_ASCII)),
                arguments("a full name of another case", "a.txt", "Лісоўскі, Марк".getBytes(StandardCharsets.UTF_8)),
                arguments("a full name with nothing between", "a.txt", "лісоўскімарк".getBytes(StandardCharsets.UTF_8)),
                arguments("a short name as a word", "a.txt", "хата Яна".getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("carriers")
    void aLeakIsFoundIn(String carrier, String name, byte[] bytes) throws Exception {
        // Given
        var consignment = consignment("c-1", "C-1", name, bytes);

        // When
        var count = new LeakCounter(TRUTH).count(List.of(consignment));

        // Then
        assertThat(count.leaks()).as(carrier).isNotEmpty();
    }

    @Test
    void aLeakIsFoundInTheNameOfAFile() throws Exception {
        // Given
        var consignment = consignment("c-1", "C-1", "інтэрв'ю_" + SURNAME + ".txt", new byte[0]);

        // When
        var count = new LeakCounter(TRUTH).count(List.of(consignment));

        // Then
        assertThat(count.leaks())
                .singleElement()
                .extracting(LeakCounter.Leak::how)
                .isEqualTo("file name");
    }

    @Test
    @Tag("slow")
    void aLeakIsFoundInThePrintOfAPictureAndOfAPaintedPage() throws Exception {
        // Given
        var printed = printed("Размова, якую вёў " + SURNAME + ", скончылася.");
        var pictures = consignment("c-1", "C-1", "x1.png", printed);
        var pages = consignment("c-2", "C-1", "x1.pdf", painted(printed));
        var covered = consignment("c-3", "C-1", "x1.png", printed("Размова, якую ён вёў, скончылася."));

        // When
        var counter = new LeakCounter(TRUTH);

        // Then
        assertThat(counter.count(List.of(pictures)).leaks())
                .extracting(LeakCounter.Leak::how)
                .containsExactly("print");
        assertThat(counter.count(List.of(pages)).leaks())
                .extracting(LeakCounter.Leak::how)
                .containsExactly("print of page 1");
        assertThat(counter.count(List.of(covered)).leaks()).isEmpty();
    }

    private static byte[] printed(String line) throws Exception {
        var page = new BufferedImage(1600, 300, BufferedImage.TYPE_3BYTE_BGR);
        var pen = page.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 1600, 300);
        pen.setColor(Color.BLACK);
        String resource = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
        try (var font = PDDocument.class.getResourceAsStream(resource)) {
            pen.setFont(Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(font))
                    .deriveFont(40f));
        }
        pen.drawString(line, 100, 160);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(page, "png", out);
        return out.toByteArray();
    }

    private static byte[] painted(byte[] png) throws Exception {
        try (var document = new PDDocument()) {
            var page = new PDPage(new PDRectangle(576, 108));
            document.addPage(page);
            var image = PDImageXObject.createFromByteArray(document, png, "p");
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(image, 0, 0, 576, 108);
            }
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    @Test
    @Tag("slow")
    void aLeakIsFoundFarInsideALargeFile() throws Exception {
        // Given
        var consignment = consignment("c-1", "C-1", "large.bin", new byte[0]);
        try (var out = Files.newOutputStream(consignment.folder().resolve("large.bin"))) {
            var chunk = new byte[1024 * 1024];
            for (int i = 0; i < 65; i++) {
                out.write(chunk);
            }
            out.write((" " + SURNAME + " ").getBytes(StandardCharsets.UTF_8));
            out.write(chunk);
        }

        // When
        var count = new LeakCounter(TRUTH).count(List.of(consignment));

        // Then
        assertThat(count.leaks()).hasSize(1);
    }

    @Test
    void aCleanConsignmentHasNoLeak() throws Exception {
        // Given
        var text = "Сведка А. расказаў, што 12.03.1985 нічога не было. Янавіч, верабейка і 555-01-2 не тое.";
        var consignment = consignment("c-1", "C-1", "a.txt", text.getBytes(StandardCharsets.UTF_8));

        // When
        var count = new LeakCounter(TRUTH).count(List.of(consignment));

        // Then
        assertThat(count.leaks()).isEmpty();
        assertThat(count.planted()).isEqualTo(13);
    }

    @Test
    void whoeverMayBeNamedToThisRecipientIsNoLeakThereButIsOneElsewhere() throws Exception {
        // Given
        var text = "Верабей Алесь загадаў.".getBytes(StandardCharsets.UTF_8);
        var toIapb = consignment("c-1", "C-1", "a.txt", text);
        var toUn = new LeakCounter.Unpacked("un-examination", "c-2", toIapb.folder(), "C-1");
        var ofAnotherCase = new LeakCounter.Unpacked("iapb", "c-3", toIapb.folder(), "C-2");

        // When
        var counter = new LeakCounter(TRUTH);

        // Then
        assertThat(counter.count(List.of(toIapb)).leaks()).isEmpty();
        assertThat(counter.count(List.of(toUn)).leaks()).isNotEmpty();
        assertThat(counter.count(List.of(ofAnotherCase)).leaks()).isNotEmpty();
    }

    @Test
    void aSurnameSharedWithSomebodyPermittedIsNoLeakButTheFullNameIs() throws Exception {
        // Given
        var surname = consignment("c-1", "C-1", "a.txt", "Верабей быў там".getBytes(StandardCharsets.UTF_8));
        var full = consignment("c-2", "C-1", "a.txt", "Верабей Ганна была там".getBytes(StandardCharsets.UTF_8));

        // When
        var counter = new LeakCounter(TRUTH);

        // Then
        assertThat(counter.count(List.of(surname)).leaks()).isEmpty();
        assertThat(counter.count(List.of(full)).leaks())
                .extracting(LeakCounter.Leak::person)
                .containsOnly("p3");
    }

    @Test
    void aGivenNameWithAPatronymicInsideThePermittedNameIsNoLeak() throws Exception {
        // Given
        var truth = new GroundTruth(
                List.of(
                        form("C-1", "p2", "PERSON.FULL", "Верабей Алесь Пятровіч", "Верабей Алесь Пятровіч"),
                        form("C-1", "p3", "PERSON.FULL", "Алесь Пятровіч", "Лісоўскі Алесь Пятровіч")),
                TRUTH.cases());
        var named = consignment("c-1", "C-1", "a.txt", "Верабей Алесь Пятровіч".getBytes(StandardCharsets.UTF_8));
        var other = consignment("c-2", "C-1", "a.txt", "Лісоўскі Алесь Пятровіч".getBytes(StandardCharsets.UTF_8));

        // When
        var counter = new LeakCounter(truth);

        // Then
        assertThat(counter.count(List.of(named)).leaks()).isEmpty();
        assertThat(counter.count(List.of(other)).leaks())
                .extracting(LeakCounter.Leak::person)
                .containsOnly("p3");
    }

    @Test
    void theLettersOfSeveralWordsAreALeakUnlessPermittedWordsAreAllTheyAre() throws Exception {
        // Given
        var truth = new GroundTruth(
                List.of(
                        form("C-1", "p2", "PERSON.FULL", "Раман Здрайцовіч", "Раман Здрайцовіч"),
                        form("C-1", "p3", "PERSON.SURNAME", "Здрайцовічу", "Здрайцовіч")),
                TRUTH.cases());
        var chance = consignment(
                "c-1",
                "C-1",
                "a.txt",
                "Раман Здрайцовіч у масцы. Здрайцовіч удзельнічаў.".getBytes(StandardCharsets.UTF_8));
        var spaced = consignment("c-2", "C-1", "a.txt", "З д р а й ц о в і ч у".getBytes(StandardCharsets.UTF_8));

        // When
        var counter = new LeakCounter(truth);

        // Then
        assertThat(counter.count(List.of(chance)).leaks()).isEmpty();
        assertThat(counter.count(List.of(spaced)).leaks()).hasSize(1);
    }

    @Test
    void aSingleNameOrABirthDateOfAnotherCaseIsNoLeak() throws Exception {
        // Given
        var text = "Лісоўскі, 12.03.1985".getBytes(StandardCharsets.UTF_8);
        var other = consignment("c-1", "C-1", "a.txt", text);
        var own = new LeakCounter.Unpacked("iapb", "c-2", other.folder(), "C-2");

        // When
        var counter = new LeakCounter(TRUTH);

        // Then
        assertThat(counter.count(List.of(other)).leaks()).isEmpty();
        assertThat(counter.count(List.of(own)).leaks())
                .extracting(LeakCounter.Leak::type)
                .containsExactlyInAnyOrder("PERSON.SURNAME", "DATE.BIRTH");
    }

    @Test
    void aLeakShowsNoValueWhenPrinted() throws Exception {
        // Given
        var consignment = consignment("c-1", "C-1", "a.txt", SURNAME.getBytes(StandardCharsets.UTF_8));

        // When
        var leak = new LeakCounter(TRUTH).count(List.of(consignment)).leaks().getFirst();

        // Then
        assertThat(leak.toString()).doesNotContain(SURNAME).contains("c-1", "p1");
    }

    private LeakCounter.Unpacked consignment(String id, String caseNumber, String name, byte[] bytes)
            throws IOException {
        var into = Files.createDirectories(folder.resolve(id).resolve("data"));
        Files.write(into.resolve(name), bytes);
        return new LeakCounter.Unpacked("iapb", id, into, caseNumber);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        var both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append(c < 128 ? String.valueOf((char) c) : String.format("\\u%04x", c)));
        return escaped.toString();
    }

    private static String references(String text) {
        var escaped = new StringBuilder();
        text.chars()
                .forEach(c -> escaped.append("&#")
                        .append(c % 2 == 0 ? String.valueOf(c) : "x" + Integer.toHexString(c))
                        .append(';'));
        return escaped.toString();
    }

    private static String quotedPrintable(String text) {
        var quoted = new StringBuilder();
        int column = 0;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            quoted.append(String.format("=%02X", b & 0xff));
            column += 3;
            if (column > 70) {
                quoted.append("=\r\n");
                column = 0;
            }
        }
        return quoted.toString();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] zip(String name, byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] docx(String text, String author) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            document.createParagraph().createRun().setText(text);
            document.getProperties().getCoreProperties().setCreator(author);
            document.write(out);
        }
        return out.toByteArray();
    }

    private static byte[] pdf(String text, String author) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.showText(text);
                content.endText();
            }
            document.getDocumentInformation().setAuthor(author);
            document.save(out);
        }
        return out.toByteArray();
    }

    private static byte[] png(String comment) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("png").next();
        var image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        var metadata = writer.getDefaultImageMetadata(
                ImageTypeSpecifier.createFromBufferedImageType(BufferedImage.TYPE_INT_RGB),
                writer.getDefaultWriteParam());
        var entry = new IIOMetadataNode("iTXtEntry");
        entry.setAttribute("keyword", "Comment");
        entry.setAttribute("compressionFlag", "TRUE");
        entry.setAttribute("compressionMethod", "0");
        entry.setAttribute("languageTag", "be");
        entry.setAttribute("translatedKeyword", "");
        entry.setAttribute("text", comment);
        var text = new IIOMetadataNode("iTXt");
        text.appendChild(entry);
        var root = new IIOMetadataNode(metadata.getNativeMetadataFormatName());
        root.appendChild(text);
        metadata.mergeTree(metadata.getNativeMetadataFormatName(), root);
        var out = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(new IIOImage(image, null, metadata));
        }
        return out.toByteArray();
    }
}
