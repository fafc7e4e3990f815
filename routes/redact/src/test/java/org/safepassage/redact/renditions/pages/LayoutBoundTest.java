package org.safepassage.redact.renditions.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safepassage.schemas.Extraction;

class LayoutBoundTest {
    @Test
    void aPdfWithFieldsAndWordsIsBoundToItsLayoutAndAScanIsNot() {
        // Then
        assertThat(LayoutBound.is(document("application/pdf", "Words", "true", "text")))
                .isTrue();
        assertThat(LayoutBound.is(document("application/pdf", "Words", "false", "text")))
                .isFalse();
        assertThat(LayoutBound.is(document("application/pdf", " ", "true", "text")))
                .isFalse();
        assertThat(LayoutBound.is(document("application/pdf", "Words", "true", "ocr")))
                .isFalse();
        assertThat(LayoutBound.is(document("text/html", "Words", "true", "text")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            MAKER, BOUND
            Microsoft® Excel® 2016, true
            PowerPoint, true
            Calc, true
            Adobe Illustrator CC 2015 (Macintosh), true
            CorelDRAW X6, true
            Microsoft® Word 2016, false
            Writer, false
            calibre (0.8.57), false
            """)
    void aSheetOrALeafletSaysByItsMakerThatItIsBoundToItsLayout(String maker, boolean bound) {
        // Given
        var document = document(1, Map.of("xmp:CreatorTool", List.of(maker)));

        // Then
        assertThat(LayoutBound.is(document)).isEqualTo(bound);
    }

    @Test
    void aFormOfMorePagesThanAreReadIsSetAnew() {
        // Given
        var fields = Map.of("pdf:hasAcroFormFields", List.of("true"));

        // Then
        assertThat(LayoutBound.is(document(100, fields))).isTrue();
        assertThat(LayoutBound.is(document(101, fields))).isFalse();
    }

    private static Extraction document(int pages, Map<String, List<String>> metadata) {
        var passage = new Extraction.Passage(1, 0, 5, "en", "text");
        return new Extraction(
                Extraction.Status.OK,
                "",
                "application/pdf",
                pages,
                List.of("en"),
                "Words",
                List.of(passage),
                metadata,
                List.of());
    }

    private static Extraction document(String mediaType, String text, String fields, String origin) {
        var passage = new Extraction.Passage(1, 0, text.length(), "en", origin);
        return new Extraction(
                Extraction.Status.OK,
                "",
                mediaType,
                1,
                List.of("en"),
                text,
                List.of(passage),
                Map.of("pdf:hasAcroFormFields", List.of(fields)),
                List.of());
    }
}
