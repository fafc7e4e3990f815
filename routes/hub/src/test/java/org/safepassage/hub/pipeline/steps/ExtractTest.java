package org.safepassage.hub.pipeline.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepassage.schemas.Extraction;
import org.safepassage.schemas.HoldReason;

class ExtractTest {
    @ParameterizedTest
    @ValueSource(strings = {"ocr-missing: page 1", "ocr-off: pages 2-5, 9"})
    void pagesThatNobodyRecognisedHoldTheExhibitEvenInsideAnother(String reason) {
        // Given
        var scan = read(Extraction.Status.NO_TEXT, reason, List.of());
        var bundle = read(Extraction.Status.OK, "", List.of(new Extraction.Embedded("letters/scan.pdf", scan)));

        // Then
        assertThat(Extract.holdReason(scan)).contains(HoldReason.OCR_MISSING);
        assertThat(Extract.holdReason(bundle)).contains(HoldReason.OCR_MISSING);
    }

    @Test
    void anExhibitWithoutTextForAnotherReasonIsNotHeld() {
        // Given
        var picture = read(Extraction.Status.NO_TEXT, "a picture", List.of());

        // Then
        assertThat(Extract.holdReason(picture)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ENCRYPTED", "CORRUPT", "TIMEOUT", "CRASHED", "TOO_LARGE"})
    void whatCouldNotBeReadIsHeldUnderItsOwnReason(Extraction.Status status) {
        // When
        var reason = Extract.holdReason(read(status, "", List.of()));

        // Then
        assertThat(reason.map(Enum::name)).contains("EXHIBIT_" + status.name());
    }

    private static Extraction read(Extraction.Status status, String reason, List<Extraction.Embedded> embedded) {
        return new Extraction(status, reason, "application/pdf", 1, List.of(), "", List.of(), Map.of(), embedded);
    }
}
