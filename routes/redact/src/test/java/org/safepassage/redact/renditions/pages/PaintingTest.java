package org.safepassage.redact.renditions.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// Pages with boxes as OCR gives them, some of which cut through a letter.
class PaintingTest {
    /// The box of a figure whose right half stands outside.
    private static final Word FIGURE = word("7", 200, 50, 10);

    private static final Word NEXT = word("на", 250, 60, 50);

    @Test
    void halfAFigureBesideATooNarrowBoxIsShownToo() {
        // Given
        PagePicture page = page(PaintingTest::seven);

        // When
        var painted = painted(page, List.of(FIGURE, NEXT));

        // Then
        assertThat(dark(painted, 200, 210)).isEqualTo(dark(page, 200, 210));
        assertThat(dark(painted, 212, 240)).isEqualTo(dark(page, 212, 240)).isPositive();
        assertThat(painted.at(215, 80)).as("no grey of what was not read").isEqualTo(0xff);
    }

    @Test
    void whatReachesIntoAWordThatIsNotShownIsNot() {
        // Given
        PagePicture page = page(pen -> {
            seven(pen);
            pen.drawLine(218, 52, 252, 52);
        });
        Word near = word("на", 228, 60, 50);

        // When, Then
        assertThat(beside(painted(page, List.of(FIGURE, NEXT), 1)))
                .as("redacted")
                .isZero();
        assertThat(beside(painted(page, List.of(FIGURE, unsure(NEXT)))))
                .as("not read")
                .isZero();
        assertThat(beside(painted(page(PaintingTest::seven), List.of(FIGURE, near), 1)))
                .as("near a redacted one")
                .isZero();
    }

    @Test
    void aPenThatBeginsInAWordIsNotShownBesideIt() {
        // Given: one goes on above the word, one beside it, one is blue
        PagePicture above = page(pen -> pen.drawLine(205, 70, 225, 10));
        PagePicture along = page(pen -> pen.drawLine(205, 70, 245, 60));
        PagePicture blue = page(pen -> {
            pen.setColor(new Color(20, 20, 220));
            pen.drawLine(209, 70, 220, 60);
        });

        // When, Then
        for (PagePicture page : List.of(above, along, blue)) {
            assertThat(beside(page)).isPositive();
            assertThat(beside(painted(page, List.of(FIGURE)))).isZero();
        }
    }

    private static void seven(Graphics2D pen) {
        pen.drawLine(201, 52, 218, 52);
        pen.drawLine(218, 52, 206, 78);
    }

    private static PagePicture page(Consumer<Graphics2D> drawing) {
        var page = new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = page.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 400, 200);
        pen.setColor(Color.BLACK);
        pen.setStroke(new BasicStroke(3));
        drawing.accept(pen);
        pen.dispose();
        return PagePicture.of(page);
    }

    private static PagePicture painted(PagePicture page, List<Word> words, int... hidden) {
        var numbers = new BitSet();
        Arrays.stream(hidden).forEach(numbers::set);
        return new Painting(page).paint(words, numbers).picture();
    }

    private static int beside(PagePicture page) {
        return dark(page, 213, 240);
    }

    private static int dark(PagePicture page, int left, int right) {
        int dark = 0;
        for (int y = 0; y < page.height(); y++) {
            for (int x = left; x < right; x++) {
                dark += page.at(x, y) < 0x90 ? 1 : 0;
            }
        }
        return dark;
    }

    private static Word unsure(Word word) {
        return new Word(
                word.text(), word.block(), word.line(), word.left(), word.top(), word.width(), word.height(), 40);
    }

    private static Word word(String text, int left, int top, int width) {
        return new Word(text, 1, 1, left, top, width, 30, 96);
    }
}
