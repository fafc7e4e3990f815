package org.safepassage.redact.renditions.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SightingTest {
    /// The corner of a picture of 100 by 60 pixels, by where it lies once the picture is turned clockwise.
    @ParameterizedTest
    @CsvSource({
        "0, 5, 7, 20, 10, 100, 60",
        "1, 43, 5, 10, 20, 60, 100",
        "2, 75, 43, 20, 10, 100, 60",
        "3, 7, 75, 10, 20, 60, 100"
    })
    void aFaceIsTurnedBackToWhereItWas(
            int quarters, double x, double y, double width, double height, double turnedWidth, double turnedHeight) {
        // Given
        var turned = new Sighting(x, y, width, height, 0.9);

        // When
        Sighting back = turned.turnedBack(quarters, turnedWidth, turnedHeight);

        // Then
        assertThat(back).isEqualTo(new Sighting(5, 7, 20, 10, 0.9, quarters));
    }

    /// Hair stands higher over the brows than the chin below the mouth, wherever up is.
    @ParameterizedTest
    @CsvSource({"0, -25, -40, 150, 165", "1, -40, -25, 180, 150", "2, -25, -25, 150, 165", "3, -40, -25, 180, 150"})
    void aHeadHasItsHairWhereItIsTurned(int quarters, int x, int y, int width, int height) {
        // When
        Region head = new Sighting(0, 0, 100, 100, 0.9, quarters).head("any");

        // Then
        assertThat(head).isEqualTo(new Region(Region.Kind.FACE, x, y, width, height, 0.9, "any"));
    }
}
