package org.safepassage.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.redact.evaluation.BadCorpus;

class JsonLinesFileTest {
    private static final String LINE = "{\"a\":\"Vydumanava\"}";

    @TempDir
    private Path folder;

    @Test
    void linesUpToTheLongestAreGivenWithOrWithoutAnEnd() throws IOException, BadCorpus {
        // Given
        Path file = Files.writeString(folder.resolve("l.jsonl"), LINE + "\n" + LINE + "\r\n" + LINE);
        var given = new ArrayList<String>();

        // When
        new JsonLinesFile(file, LINE.length() + 1)
                .each(object -> given.add(object.path("a").asText()));

        // Then
        assertThat(given).isEqualTo(List.of("Vydumanava", "Vydumanava", "Vydumanava"));
    }

    @Test
    void aLongerLineIsToldByItsNumberAndNotByItsWords() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("l.jsonl"), LINE + "\n" + LINE + " \n");

        // Then
        assertThatThrownBy(() -> new JsonLinesFile(file, LINE.length()).each(object -> {}))
                .isInstanceOf(BadCorpus.class)
                .hasMessage(file + " line 2 is longer than " + LINE.length()
                        + " characters; write the sample anew with 'hub sample'");
    }

    @Test
    void aLineThatNeverEndsIsGivenUp() {
        // Given
        var endless = new JsonLinesFile(Path.of("/dev/zero"));

        // Then
        assertThatThrownBy(() -> endless.each(object -> {}))
                .isInstanceOf(BadCorpus.class)
                .hasMessageStartingWith("/dev/zero line 1 is longer than ");
    }

    @Test
    void whatCannotBeUsedIsToldByItsLine() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("l.jsonl"), LINE + "\n");

        // Then
        assertThatThrownBy(() -> new JsonLinesFile(file).each(object -> {
                    throw new BadCorpus("a person has no name");
                }))
                .isInstanceOf(BadCorpus.class)
                .hasMessage(file + " line 1: a person has no name");
    }
}
