package org.safepassage.hub.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReferenceTest {
    @Test
    void thePageSaysWhatTheSchemasCheck() throws Exception {
        // Given
        Path page = Path.of(System.getProperty("safepassage.root"), "config", "REFERENCE.md");
        String before = Files.exists(page) ? Files.readString(page) : "";

        // When: rewritten, so that a change only has to be committed
        Files.writeString(page, Reference.markdown());

        // Then
        assertThat(before).isEqualTo(Reference.markdown());
    }
}
