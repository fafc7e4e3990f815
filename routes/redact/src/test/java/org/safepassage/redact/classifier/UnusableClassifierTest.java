package org.safepassage.redact.classifier;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnusableClassifierTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        SmallClassifier.in(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.onnx", "tokenizer.json", "config.json", "mention-types.json"})
    void aMissingFileIsNamed(String file) throws IOException {
        // Given
        Files.delete(folder.resolve(file));

        // Then
        assertUnusable(file + ": is not there or cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.onnx", "tokenizer.json", "config.json", "mention-types.json"})
    void aFileCutShortIsNamed(String file) throws IOException {
        // Given
        byte[] whole = Files.readAllBytes(folder.resolve(file));
        Files.write(folder.resolve(file), java.util.Arrays.copyOf(whole, whole.length / 2));

        // Then
        assertUnusable(file + ": ");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> ClassifierRecogniser.open(folder.resolve("none"), folder.resolve("temp"), 1))
                .isInstanceOf(UnusableClassifier.class)
                .hasMessageContaining("none: is no folder");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"PER\": \"PERSON\", \"LOC\": \"LOCATION\"}|says nothing of MISC",
                "{\"PER\": \"SOMEBODY\", \"LOC\": null, \"MISC\": null}|gives PER a type that there is not",
                "{\"PER\": 1, \"LOC\": null, \"MISC\": null}|gives PER neither a type of mention nor null",
                "{\"PER\": null, \"LOC\": null, \"MISC\": null}|passes every label over",
                "[]|is no JSON object"
            })
    void aMeaningThatIsMissingOrWrongIsNamed(String meanings, String problem) throws IOException {
        // Given
        SmallClassifier.meanings(folder, meanings);

        // Then
        assertUnusable("mention-types.json: " + problem);
    }

    @Test
    void labelsOfAnotherModelAreFoundOutAtTheStart() throws IOException {
        // Given
        SmallClassifier.config(folder, List.of("O", "B-PER", "I-PER"), SmallClassifier.WINDOW);

        // Then
        assertUnusable("model.onnx: does not read a window of 16 pieces");
    }

    @Test
    void aWindowLargerThanTheModelReadsIsFoundOutAtTheStart() throws IOException {
        // Given
        SmallClassifier.config(folder, List.of("O", "B-PER", "I-PER", "B-LOC", "B-MISC"), 17);

        // Then
        assertUnusable("model.onnx: does not read a window of 17 pieces");
    }

    @Test
    void labelsWithAGapAreFoundOut() throws IOException {
        // Given
        Files.writeString(
                folder.resolve("config.json"),
                "{\"id2label\": {\"0\": \"O\", \"2\": \"PER\"}}",
                StandardCharsets.UTF_8);

        // Then
        assertUnusable("config.json: lacks id2label");
    }

    @Test
    void aModelOfSomethingElseIsFoundOut() throws IOException {
        // Given
        Files.write(
                folder.resolve("model.onnx"),
                new OnnxFile()
                        .input("pixels")
                        .output("logits")
                        .node("Cast", "x", "pixels")
                        .bytes());

        // Then
        assertUnusable("model.onnx: ");
    }

    private void assertUnusable(String message) {
        assertThatThrownBy(() -> ClassifierRecogniser.open(folder, folder.resolve("temp"), 1))
                .isInstanceOf(UnusableClassifier.class)
                .hasMessageContaining(message);
    }
}
