package org.safepassage.redact.renditions.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.safepassage.redact.Allowance;
import org.safepassage.redact.CaseText;
import org.safepassage.redact.Detector;
import org.safepassage.redact.People;
import org.safepassage.redact.policies.Policies;
import org.safepassage.redact.pseudonyms.MemoryRegister;
import org.safepassage.redact.pseudonyms.PseudonymMaker;
import org.safepassage.schemas.Mention;
import org.safepassage.schemas.Person;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Sex;

/// What the text layer of a painted page says, and that it says nothing else.
class TextLayerTest {
    private static final Person PATIENT =
            People.person("p1", Role.COMPLAINANT, Sex.FEMALE, "Кавалевская", "Надежда", "Степановна");
    private static final double POINTS_A_PIXEL = 0.36;

    /// Two lines; of the second nobody read the third word, and a form's two columns stand far apart.
    private static final List<Word> WORDS = List.of(
            word("Пациентка", 1, 100, 100, 190, 96),
            word("Кавалевская", 1, 310, 100, 230, 96),
            word("Надежда", 1, 560, 100, 150, 96),
            word("жаловалась", 1, 730, 100, 210, 96),
            word("на", 2, 100, 180, 45, 96),
            word("боль", 2, 165, 172, 90, 96),
            word("вчитьея", 2, 280, 172, 150, 30),
            word("7", 2, 900, 172, 18, 96));

    @Test
    void thePageSaysWhatItShowsAndWhatStandsForTheRest() throws Exception {
        // When
        String text = ReadPdf.text(pdf(WORDS));

        // Then
        assertThat(text).matches("Пациентка Лицо [A-Z0-9]{4} жаловалась \\Rна боль 7 \\s*");
    }

    @Test
    void eachWordStandsOverItsBox() throws Exception {
        // When
        var letters = new ArrayList<TextPosition>();
        try (var document = Loader.loadPDF(pdf(WORDS))) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition letter) {
                    letters.add(letter);
                }
            }.getText(document);
        }

        // Then: its first letter at its left, its last at its right, all at its bottom
        assertThat(at(letters, "П")).isEqualTo("100 to 130");
        assertThat(before(letters, "Л")).as("end of the first word").isEqualTo("290 to 130");
        assertThat(at(letters, "Л")).as("what stands in the place of two").isEqualTo("310 to 130");
        assertThat(before(letters, "ж")).isEqualTo("710 to 130");
        assertThat(at(letters, "б")).isEqualTo("165 to 202");
        assertThat(at(letters, "7")).isEqualTo("900 to 202");
    }

    private static String at(List<TextPosition> letters, String letter) {
        TextPosition found = letters.get(index(letters, letter));
        return pixels(found.getXDirAdj(), found);
    }

    /// The end of the word before the one that begins with this letter: between them stands a space.
    private static String before(List<TextPosition> letters, String letter) {
        TextPosition found = letters.get(index(letters, letter) - 2);
        return pixels(found.getXDirAdj() + found.getWidthDirAdj(), found);
    }

    private static int index(List<TextPosition> letters, String letter) {
        return letters.stream().map(TextPosition::getUnicode).toList().lastIndexOf(letter);
    }

    private static String pixels(float across, TextPosition letter) {
        return Math.round(across / POINTS_A_PIXEL) + " to " + Math.round(letter.getYDirAdj() / POINTS_A_PIXEL);
    }

    @Test
    void nothingOfItIsPainted() throws Exception {
        // When
        BufferedImage drawn;
        try (var document = Loader.loadPDF(pdf(WORDS))) {
            drawn = new PDFRenderer(document).renderImageWithDPI(0, 200, ImageType.GRAY);
        }

        // Then: white paper, the words' own solid boxes, grey over what is redacted or unread
        for (int y = 0; y < drawn.getHeight(); y++) {
            for (int x = 0; x < drawn.getWidth(); x++) {
                assertThat(drawn.getRaster().getSample(x, y, 0)).isIn(0, 0xd0, 0xe8, 0xff);
            }
        }
        assertThat(drawn.getRaster().getSample(110, 110, 0)).isZero();
        assertThat(drawn.getRaster().getSample(320, 110, 0)).isEqualTo(0xd0);
    }

    @Test
    void equalPagesGiveEqualBytesAndNothingOfACoveredWordIsAmongThem() throws Exception {
        // Given: a page that is the same where it is shown
        var other = new ArrayList<>(WORDS);
        other.set(1, word("Кавалевскую", 1, 310, 100, 230, 96));
        other.set(6, word("щжэюя", 2, 280, 172, 150, 30));

        // When, Then
        assertThat(pdf(WORDS)).isEqualTo(pdf(WORDS)).isEqualTo(pdf(other));
    }

    @Test
    void aNameOverALinesEndAndTwoInOneWordArePutInTheirPlace() throws Exception {
        // Given
        var words = List.of(
                word("видела", 1, 100, 100, 120, 96),
                word("Надежда", 1, 240, 100, 150, 96),
                word("Кавалевская,", 2, 100, 172, 240, 96),
                word("и", 2, 360, 172, 20, 96),
                word("Кавалевская/Надежда", 2, 400, 172, 400, 96),
                word("ушла.", 2, 820, 172, 90, 96));

        // When
        String text = ReadPdf.text(pdf(words));

        // Then
        assertThat(text)
                .matches("(?s)видела \\S+ [A-Z0-9]{4} \\s*и (\\S+ [A-Z0-9]{4} ){1,2}\\s*ушла. \\s*")
                .doesNotContainIgnoringCase("кавалев")
                .doesNotContainIgnoringCase("надежд");
    }

    @Test
    void aPageWithoutAWordHasAnEmptyLayer() throws Exception {
        // When
        byte[] pdf = pdf(WORDS, List.of());

        // Then
        assertThat(ReadPdf.eachPage(pdf)).hasSize(2).last().asString().isBlank();
    }

    @SafeVarargs
    private static byte[] pdf(List<Word>... pages) throws Exception {
        var detector = Detector.standard().forCase(List.of(PATIENT));
        var read = new ArrayList<ScanPage>();
        for (List<Word> words : pages) {
            read.add(new ScanPage(Integer.toString(read.size()), words));
        }
        List<List<Mention>> mentions = detector.detect(read.stream()
                .map(page -> new CaseText("page", page.text(), "ru"))
                .toList());
        return new ScanPainter()
                .paint(read, page -> pixels(pages[Integer.parseInt(page)]), mentions, allowance())
                .orElseThrow()
                .pdf();
    }

    /// A page with a solid box for each word.
    private static byte[] pixels(List<Word> words) throws IOException {
        var page = new BufferedImage(1200, 300, BufferedImage.TYPE_INT_RGB);
        var pen = page.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 1200, 300);
        pen.setColor(Color.BLACK);
        words.forEach(word -> pen.fillRect(word.left(), word.top(), word.width(), word.height()));
        pen.dispose();
        return PagePicture.of(page).packed();
    }

    private static Word word(String text, int line, int left, int top, int width, double confidence) {
        return new Word(text, 1, line, left, top, width, text.equals("на") ? 22 : 30, confidence);
    }

    private static Allowance allowance() throws Exception {
        var policy = Policies.parse("scan.yaml", """
                policy: scan
                description: for this test
                rows:
                  any: {PERSON: pseudonym, LOCATION: keep, DATE: keep}
                  unlinked: {PERSON: remove}
                """);
        var pseudonyms = new PseudonymMaker(new MemoryRegister(), new Random(5));
        return new Allowance(policy, Set.of(), List.of(PATIENT), pseudonyms, "cf/");
    }
}
