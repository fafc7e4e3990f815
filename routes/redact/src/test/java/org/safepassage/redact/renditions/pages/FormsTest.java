package org.safepassage.redact.renditions.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safepassage.schemas.Extraction;

class FormsTest {
    @Test
    void aWordThatTheTextDoesNotHaveIsNotShown() {
        // Given: recognition misread a name, which nobody would find again
        var page = new ScanPage("p", List.of(word("Имя:"), word("Лысонок"), word("Вера,"), word("7"), word("см.")));

        // When
        var agreeing = Forms.agreeing(List.of(page), "Имя: Лысенок Вера, гематома 7 см");

        // Then
        assertThat(agreeing.getFirst().words()).extracting(Word::text).containsExactly("Имя:", "Вера,", "7", "см.");
        assertThat(agreeing.getFirst().pixels()).isEqualTo("p");
    }

    @Test
    void aPdfWithFieldsAndWordsIsAFormAndAScanIsNone() {
        // Then
        assertThat(Forms.isForm(document("application/pdf", "Words", "true", "text")))
                .isTrue();
        assertThat(Forms.isForm(document("application/pdf", "Words", "false", "text")))
                .isFalse();
        assertThat(Forms.isForm(document("application/pdf", " ", "true", "text")))
                .isFalse();
        assertThat(Forms.isForm(document("application/pdf", "Words", "true", "ocr")))
                .isFalse();
        assertThat(Forms.isForm(document("text/html", "Words", "true", "text"))).isFalse();
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

    private static Word word(String text) {
        return new Word(text, 1, 1, 0, 0, 40, 20, 96);
    }
}
