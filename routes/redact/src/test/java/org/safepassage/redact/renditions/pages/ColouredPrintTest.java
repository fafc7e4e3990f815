package org.safepassage.redact.renditions.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Answers in blue, as programs set them into a form, and pens.
class ColouredPrintTest {
    private static final Color BLUE = new Color(0, 0, 200);

    @Test
    void anAnswerInBlueIsShownWhereTheFilesTextHasItTooAndNotWhereItMayBeAPen() {
        // Given
        PagePicture page = page(BLUE, false);

        // Then
        assertThat(isShown(page, Word.WRITTEN)).isTrue();
        assertThat(isShown(page, 96)).isFalse();
    }

    @Test
    void aPenAcrossAWordHidesItAlsoWhereTheFilesTextHasTheWord() {
        // Then
        assertThat(isShown(page(Color.BLACK, false), Word.WRITTEN)).isTrue();
        assertThat(isShown(page(Color.BLACK, true), Word.WRITTEN)).isFalse();
        assertThat(isShown(page(BLUE, true), Word.WRITTEN)).isFalse();
    }

    private static boolean isShown(PagePicture page, double confidence) {
        var word = new Word("синяк", 1, 1, 40, 50, 120, 40, confidence);
        return new Painting(page).paint(List.of(word), new BitSet()).shown().get(0);
    }

    private static PagePicture page(Color print, boolean crossed) {
        var page = new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = page.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 400, 200);
        pen.setColor(print);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 40));
        pen.drawString("синяк", 42, 86);
        if (crossed) {
            pen.setColor(BLUE);
            pen.setStroke(new BasicStroke(4));
            pen.drawLine(30, 10, 170, 150);
        }
        pen.dispose();
        return PagePicture.of(page);
    }
}
