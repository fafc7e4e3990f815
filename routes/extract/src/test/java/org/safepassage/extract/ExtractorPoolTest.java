package org.safepassage.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.schemas.Extraction;
import org.safepassage.schemas.Extraction.Status;

final class ExtractorPoolTest {
    @TempDir
    static Path temp;

    private static ExtractorPool pool;

    @BeforeAll
    static void start() throws Exception {
        pool = new ExtractorPool(Workers.settings(temp));
    }

    @AfterAll
    static void stop() {
        pool.close();
    }

    @Test
    void aTextInWindows1251IsReadWithItsLanguage() throws Exception {
        // Given
        String said = "Мяне затрымалі каля дома, і ў аддзеле міліцыі ніхто не сказаў, за што.";
        var content = Workers.content(said.getBytes(Charset.forName("windows-1251")));

        // When
        Extraction read = pool.extract(content, "statement.txt");

        // Then
        assertThat(read.status()).isEqualTo(Status.OK);
        assertThat(read.text()).isEqualTo(said);
        assertThat(read.languages()).containsExactly("be");
        assertThat(read.mediaType()).isEqualTo("text/plain");
    }

    @Test
    void anEmptyFileHasNoTextAndSaysWhy() throws Exception {
        // Given
        var content = Workers.content(new byte[0]);

        // When
        Extraction read = pool.extract(content, "empty.docx");

        // Then
        assertThat(read.status()).isEqualTo(Status.NO_TEXT);
        assertThat(read.reason()).isEqualTo("empty");
    }
}
