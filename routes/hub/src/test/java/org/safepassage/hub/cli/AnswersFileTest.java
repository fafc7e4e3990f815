package org.safepassage.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersFileTest {
    @TempDir
    Path folder;

    @Test
    void theAnswersOfEachItemAreRead() throws IOException {
        // Given
        Path file = file("{\"x1\": [{\"kind\": \"remove\", \"number\": 2}]}");

        // Then
        assertThat(AnswersFile.read(file).path("x1").path(0).path("number").asInt())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "Лысенок, ' line 1 column '",
        "'{\"x1\": [Лысенок]}', ' line 1 column '",
        "'[\"Лысенок\"]', ': not one object with the answers of each item; '",
        "'', ': not one object with the answers of each item; '"
    })
    void whatIsNoObjectIsToldByItsPlaceAndNeverQuoted(String text, String told) throws IOException {
        // Given
        Path file = file(text);

        // Then
        assertThatThrownBy(() -> AnswersFile.read(file))
                .hasMessageStartingWith(file + told)
                .hasMessageEndingWith("'hub review answer --help' shows an example")
                .hasMessageNotContaining("Лысенок")
                .hasNoCause();
    }

    @Test
    void whatTheHubWouldNotTakeOrCannotBeReadIsRefusedWithTheNextAction() throws IOException {
        // Given
        Path large = file("[".repeat((4 << 20) + 1));
        Path deep = Files.writeString(folder.resolve("deep.json"), "[".repeat(100_000));
        Path other =
                Files.writeString(folder.resolve("other.json"), "{\"x1\": \"й\"}", Charset.forName("windows-1251"));

        // Then
        assertThatThrownBy(() -> AnswersFile.read(large)).hasMessageContaining("more than 4 MiB; answer a few items");
        assertThatThrownBy(() -> AnswersFile.read(deep)).hasMessageContaining("not readable as JSON; ");
        assertThatThrownBy(() -> AnswersFile.read(other)).hasMessageContaining("not UTF-8; save it");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("answers.json"), text, StandardCharsets.UTF_8);
    }
}
