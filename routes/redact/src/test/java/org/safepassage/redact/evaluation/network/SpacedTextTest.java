package org.safepassage.redact.evaluation.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpacedTextTest {
    @ParameterizedTest
    @CsvSource({
        "Громов, Громов и Громов., 2",
        "Громов, Громова и Погромов, 0",
        "Громов, громов, 0",
        "Громов В., 'Громов\n В. ушёл, Громов  В.', 2",
        "'а а', 'а а а а', 2",
        "12-34, 12-34 112-34 12-345, 1",
        "' ', пусто, 0"
    })
    void aValueIsCountedAsItIsWrittenWholeWordsOnlyOverAnyWhiteSpace(String value, String text, long times) {
        assertThat(new SpacedText(text).count(value)).isEqualTo(times);
    }
}
