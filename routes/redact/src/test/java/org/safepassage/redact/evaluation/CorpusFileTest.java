package org.safepassage.redact.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepassage.redact.evaluation.AnnotatedMention.Weight;

class CorpusFileTest {
    private static final String GOOD =
            "{\"id\":\"1\",\"language\":\"be\",\"text\":\"😀 Вольга\",\"slice\":\"typo\",\"mentions\":"
                    + "[{\"start\":2,\"end\":8,\"type\":\"PERSON\",\"entity\":\"p\",\"identifier\":\"QUASI\"}],"
                    + "\"persons\":[{\"id\":\"p\",\"name\":\"Вольга\"}]}";

    @Test
    void offsetsAreCodePoints() throws Exception {
        // When
        AnnotatedText text = read(GOOD, StandardCharsets.UTF_8).getFirst();

        // Then
        AnnotatedMention mention = text.mentions().getFirst();
        assertThat(text.text().codePointCount(0, text.text().length())).isEqualTo(mention.end());
        assertThat(mention.weight()).isEqualTo(Weight.QUASI);
        assertThat(mention.slices()).containsExactly("typo");
        assertThat(text.records("p")).isTrue();
    }

    @Test
    void twoEntriesOfOneIdAreOnePersonWithTwoNames() throws Exception {
        // When
        AnnotatedText text = read(GOOD.replace("]}", ",{\"id\":\"p\",\"name\":\"Volha\"}]}"), StandardCharsets.UTF_8)
                .getFirst();

        // Then
        assertThat(text.persons()).hasSize(1);
        assertThat(text.persons().getFirst().names()).hasSize(2);
    }

    @Test
    void aMarkAtTheBeginningAndEmptyLinesAreNoTexts() throws Exception {
        assertThat(read("\uFEFF" + GOOD + "\n\n" + GOOD + "\r\n", StandardCharsets.UTF_8))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Вольга",
                "[\"Вольга\"]",
                "{\"id\":\"1\",\"text\":\"Вольга\"}",
                "{\"id\":[1],\"text\":\"Вольга\",\"mentions\":[]}",
                "{\"id\":\"1\",\"mentions\":[\"Вольга\"]}",
                "{\"id\":\"1\",\"text\":\"Вольга\",\"mentions\":[{\"start\":0,\"end\":7,\"type\":\"PERSON\"}]}",
                "{\"id\":\"1\",\"text\":\"Вольга\",\"mentions\":[{\"start\":3,\"end\":3,\"type\":\"PERSON\"}]}",
                "{\"id\":\"1\",\"text\":\"Вольга\",\"mentions\":[{\"start\":-1,\"end\":3,\"type\":\"PERSON\"}]}",
                "{\"id\":\"1\",\"text\":\"Вольга\",\"mentions\":[{\"start\":\"0\",\"end\":3,\"type\":\"PERSON\"}]}",
                "{\"id\":\"1\",\"text\":\"Вольга\",\"mentions\":[{\"start\":0,\"end\":6}]}",
                "{\"id\":\"1\",\"text\":\"Вольга\",\"mentions\":[{\"start\":0,\"end\":6,\"type\":\"PERSON\",\"identifier\":\"Вольга\"}]}",
                "{\"id\":\"1\",\"text\":\"Вольга\",\"mentions\":[],\"persons\":[{\"name\":\"Вольга\"}]}",
                "{\"id\":\"1\",\"text\":\"Вольга\",\"mentions\":[],\"language\":[\"Вольга\"]}"
            })
    void aLineThatCannotBeUsedIsToldByItsNumberOnly(String line) {
        assertThatThrownBy(() -> read(GOOD + "\n\n" + line, StandardCharsets.UTF_8))
                .isInstanceOf(BadCorpus.class)
                .hasMessageStartingWith("small.jsonl line 3: ")
                .message()
                .doesNotContain("Вольга");
    }

    @Test
    void whatIsNotUtf8IsToldByItsLine() {
        assertThatThrownBy(() -> read("\n" + GOOD, Charset.forName("windows-1251")))
                .isInstanceOf(BadCorpus.class)
                .hasMessage("small.jsonl line 2: is not UTF-8");
    }

    @Test
    void aFolderIsReadInTheOrderOfNames(@TempDir Path folder) throws Exception {
        // Given
        Files.writeString(folder.resolve("b.jsonl"), GOOD);
        Files.writeString(folder.resolve("a.jsonl"), GOOD);
        Files.writeString(folder.resolve("README.md"), "no corpus");

        // Then
        assertThat(CorpusFile.folder(folder)).extracting(Corpus::name).containsExactly("a", "b");
    }

    @Test
    void aFolderWithoutCorporaIsRefused(@TempDir Path folder) {
        assertThatThrownBy(() -> CorpusFile.folder(folder)).isInstanceOf(IOException.class);
    }

    private static List<AnnotatedText> read(String lines, Charset charset) throws IOException, BadCorpus {
        return CorpusFile.read("small.jsonl", new ByteArrayInputStream(lines.getBytes(charset)));
    }
}
