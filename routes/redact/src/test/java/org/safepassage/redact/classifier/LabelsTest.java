package org.safepassage.redact.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {
    private static final Path PLACE = Path.of("mention-types.json");

    @ParameterizedTest
    @CsvSource({
        "PER, false",
        "B-PER, true",
        "I-PER, false",
        "E-PER, false",
        "S-PER, true",
        "U-PER, true",
        "L-PER, false",
        "B_PER, true",
        "PER-B, true",
        "PER-I, false"
    })
    void aLabelIsReadWithItsPosition(String label, boolean begins) throws UnusableClassifier {
        // When
        Labels labels = Labels.of(List.of("O", label), Map.of("PER", "PERSON"), PLACE);

        // Then
        assertThat(labels.types()).containsExactly("PERSON");
        assertThat(labels.typeOf(0)).isEqualTo(-1);
        assertThat(labels.typeOf(1)).isZero();
        assertThat(labels.begins(1)).isEqualTo(begins);
    }

    @Test
    void aLabelThatIsGivenAMeaningAsItStandsHasNoPosition() throws UnusableClassifier {
        // When
        Labels labels = Labels.of(List.of("O", "E-MAIL"), Map.of("E-MAIL", "CONTACT"), PLACE);

        // Then
        assertThat(labels.types()).containsExactly("CONTACT");
        assertThat(labels.begins(1)).isFalse();
    }

    @Test
    void labelsOfOneMeaningAreOneType() throws UnusableClassifier {
        // When
        Labels labels = Labels.of(List.of("GIVEN", "SUR", "O"), Map.of("GIVEN", "PERSON", "SUR", "PERSON"), PLACE);

        // Then
        assertThat(labels.types()).containsExactly("PERSON");
        assertThat(labels.typeOf(0)).isEqualTo(labels.typeOf(1));
    }
}
