package org.safepassage.redact.renditions.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordLinesTest {
    private static final String HEAD =
            "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n";

    @ParameterizedTest
    @CsvSource({
        "96, Вярбіцкая, 1, 0",
        "50, AB, 1, 0",
        "91, 7, 1, 0",
        "60, x, 0, 0",
        "96, |, 0, 0",
        "30, abcde, 1, 1",
        "10, abcde, 0, 0"
    })
    void printIsCoveredAndWhatOnlyLooksLikeItIsADoubtToo(String confidence, String text, int covered, int doubts) {
        // Given
        var findings = new Findings();
        String table = HEAD + "5\t1\t1\t1\t1\t1\t100\t200\t80\t20\t" + confidence + "\t" + text + "\n";

        // When
        new WordLines(1).read(table, findings);

        // Then
        assertThat(findings.regions()).hasSize(covered);
        assertThat(findings.doubts()).hasSize(doubts);
    }

    @Test
    void aBoxIsOfTheWholePictureAndHasAMargin() {
        // Given
        var findings = new Findings();

        // When
        new WordLines(0.5).read(HEAD + "5\t1\t1\t1\t1\t1\t100\t200\t80\t20\t95\tword\n", findings);

        // Then
        assertThat(findings.regions())
                .containsExactly(new Region(Region.Kind.WORDS, 188, 388, 184, 64, 0.95, "tesseract"));
    }

    @Test
    void theGapBetweenWordsOfOneLineIsCovered() {
        // Given
        var findings = new Findings();

        // When
        new WordLines(1)
                .read(
                        HEAD + "5\t1\t1\t1\t1\t1\t100\t200\t80\t20\t95\tone\n"
                                + "5\t1\t1\t1\t1\t2\t200\t200\t80\t20\t95\ttwo\n"
                                + "5\t1\t1\t1\t2\t1\t300\t200\t80\t20\t95\tthree\n",
                        findings);

        // Then
        assertThat(findings.regions())
                .hasSize(4)
                .contains(new Region(Region.Kind.WORDS, 186, 194, 8, 32, 0.95, "tesseract"));
    }

    @Test
    void aTableThatIsNoneIsADoubt() {
        // Given
        var findings = new Findings();

        // When
        new WordLines(1).read("5\t1\t1\t1\t1\t1\tx\t200\t80\t20\t95\tword\nnoise\n", findings);

        // Then
        assertThat(findings.doubts()).containsExactly(Doubt.WORDS_UNSEARCHED);
    }
}
