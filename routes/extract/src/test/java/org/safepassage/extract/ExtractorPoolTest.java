package org.safepassage.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.safepassage.schemas.Extraction;
import org.safepassage.schemas.Extraction.Status;

final class ExtractorPoolTest {
    @RegisterExtension
    static final OnePool POOL = new OnePool();

    @Test
    void aTextInWindows1251IsReadWithItsLanguage() throws Exception {
        // Given
        String said = "Мяне затрымалі каля дома, і ў аддзеле міліцыі ніхто не сказаў, за што.";
        byte[] document = said.getBytes(Charset.forName("windows-1251"));

        // When
        Extraction read = POOL.read(document, "statement.txt");

        // Then
        assertThat(read.status()).isEqualTo(Status.OK);
        assertThat(read.text()).isEqualTo(said);
        assertThat(read.languages()).containsExactly("be");
        assertThat(read.mediaType()).isEqualTo("text/plain");
    }

    @Test
    void anEmptyFileHasNoTextAndSaysWhy() throws Exception {
        // Given
        byte[] document = {};

        // When
        Extraction read = POOL.read(document, "empty.docx");

        // Then
        assertThat(read.status()).isEqualTo(Status.NO_TEXT);
        assertThat(read.reason()).isEqualTo("empty");
    }
}
