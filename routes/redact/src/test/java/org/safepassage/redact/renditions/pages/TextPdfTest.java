package org.safepassage.redact.renditions.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TextPdfTest {
    private final TextPdf pdfs = new TextPdf();

    @Property(tries = 150)
    void whatGoesInComesOut(@ForAll("texts") String text) {
        // When
        String read = ReadPdf.text(made(text));

        // Then
        assertThat(ReadPdf.solid(Normalizer.normalize(read, Normalizer.Form.NFC)))
                .isEqualTo(ReadPdf.solid(shown(text)));
    }

    @Property(tries = 50)
    void wordsThatFitALineStayApartAndWhole(@ForAll("words") List<String> words) {
        // When
        String read = ReadPdf.text(made(String.join(" ", words)));

        // Then
        assertThat(read.strip().split("\\s+")).containsExactly(words.toArray(String[]::new));
    }

    @Test
    void equalTextsGiveEqualBytesWheneverTheyAreMade() {
        // Given
        String text = "Сведка Person BCDF бачыў усё.\n--- page 2 ---\nЁсць і Ў, ы́ and words.\n";

        // When
        byte[] first = made(text);
        byte[] again = new TextPdf().of(text, "be").orElseThrow();

        // Then
        assertThat(again).isEqualTo(first);
    }

    @Test
    void anEmptyTextIsOneEmptyPage() {
        // When
        byte[] pdf = made("");

        // Then
        assertThat(ReadPdf.pages(pdf)).isEqualTo(1);
        assertThat(ReadPdf.text(pdf)).isBlank();
    }

    @Test
    void noPageEndsInTheMiddleOfAName() {
        for (int before = 49; before < 56; before++) {
            for (int words = 8; words < 20; words++) {
                // Given
                String text = "слова\n".repeat(before) + "слова ".repeat(words)
                        + "Іванюковіч Аляксандр Уладзіміравіч, і яго чулі.\n";

                // When
                List<String> pages = ReadPdf.eachPage(made(text));

                // Then
                assertThat(pages)
                        .as("%s lines and %s words before", before, words)
                        .anySatisfy(page -> assertThat(page.replaceAll("\\s+", " "))
                                .contains("Іванюковіч Аляксандр Уладзіміравіч"));
            }
        }
    }

    @Test
    void noPageEndsInTheMiddleOfANameWhereEachLineIsAParagraph() {
        for (int before = 49; before < 56; before++) {
            // Given
            String text = "слова\n".repeat(before) + "як сказаў Іванюковіч\nАляксандр Уладзіміравіч\nі яго чулі.\n";

            // When
            List<String> pages = ReadPdf.eachPage(made(text));

            // Then
            assertThat(pages)
                    .as("%s lines before", before)
                    .anySatisfy(page ->
                            assertThat(page.replaceAll("\\s+", " ")).contains("Іванюковіч Аляксандр Уладзіміравіч"));
        }
    }

    @Test
    void aWordLongerThanALineIsBrokenAndNothingOfItIsLost() {
        // Given
        String word = "Ж".repeat(500) + "a\u0301".repeat(500);

        // When
        String read = ReadPdf.text(made(word));

        // Then
        assertThat(read.strip().lines().count()).isGreaterThan(5);
        assertThat(ReadPdf.solid(Normalizer.normalize(read, Normalizer.Form.NFC)))
                .isEqualTo(Normalizer.normalize(word, Normalizer.Form.NFC));
    }

    @Test
    void cellsOfATableStandAtStops() {
        // When
        String read = ReadPdf.text(made("one\ttwo\tthree\nfour hundred\tfive\tsix\n"));

        // Then
        assertThat(read.strip().lines().map(line -> line.split("\\s+")))
                .containsExactly(new String[] {"one", "two", "three"}, new String[] {"four", "hundred", "five", "six"});
    }

    @Test
    void wordsFromRightToLeftAreReadBackInTheirOrder() {
        // When
        String read = ReadPdf.text(made("name: שלום עולם."));

        // Then
        assertThat(read).contains("שלום עולם");
    }

    @Test
    void manyBlankLinesTakeNoPages() {
        // When
        byte[] pdf = made("above" + "\n".repeat(100_000) + "below");

        // Then
        assertThat(ReadPdf.pages(pdf)).isEqualTo(1);
        assertThat(ReadPdf.text(pdf)).contains("above", "below");
    }

    @Test
    void marksWithoutEndAreBrokenIntoLines() {
        // When
        String read = ReadPdf.text(made("e" + "\u0302".repeat(20_000)));

        // Then
        assertThat(read.codePoints().filter(c -> c == 0x302).count()).isGreaterThan(19_000);
    }

    @Test
    @Tag("slow")
    void tenMegabytesInOneLineAreSetWhole() {
        // Given
        String text = "слова word 12 ".repeat(450_000);

        // When
        byte[] pdf = made(text);

        // Then
        assertThat(pdf).hasSizeLessThan(20 << 20);
        assertThat(ReadPdf.solid(ReadPdf.text(pdf)).length())
                .isEqualTo(ReadPdf.solid(text).length());
    }

    @Test
    @Tag("slow")
    void aTextOfTooManyPagesHasNoPdf() {
        // When
        var pdf = pdfs.of("line\n".repeat(TextPdf.MOST_PAGES * 60), "en");

        // Then
        assertThat(pdf).isEmpty();
    }

    @Provide
    Arbitrary<String> texts() {
        var letters = Arbitraries.strings()
                .withChars("абвгдеёжзійклмнопрстуўфхцчшыьэюяАБВҐЇЄІЎЁщъиabcxyzABCÄéąłŽ'’-–.,;:()[]«»0123456789№§█…/@");
        var marks = Arbitraries.of("а\u0301", "и\u0306", "у\u0306", "e\u0301", "Z\u030c", "ы\u0301");
        var rare = Arbitraries.of("😀", "𝔸", "中", "ა", "𐍈", "\uFFFD", "₽", "\u00a0", "\u2003");
        var spaces = Arbitraries.of(" ", "  ", "\n", "\n\n", "\t", "\n=== attachment 2 ===\n", "\n--- page 3 ---\n");
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(6, letters.ofMaxLength(120)),
                        net.jqwik.api.Tuple.of(2, marks),
                        net.jqwik.api.Tuple.of(1, rare),
                        net.jqwik.api.Tuple.of(4, spaces))
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.strings()
                .withChars("абвгдзіўыabcdxyz-")
                .ofMinLength(1)
                .ofMaxLength(40)
                .list()
                .ofMaxSize(200)
                .filter(words -> !words.isEmpty());
    }

    private byte[] made(String text) {
        return pdfs.of(text, "be").orElseThrow();
    }

    /// What a reader should find: composed, and a box for what the typeface lacks.
    private static String shown(String text) {
        var out = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .map(c -> "😀𝔸中ა𐍈\uFFFD₽".indexOf(Character.toString(c)) >= 0 ? '□' : c)
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
