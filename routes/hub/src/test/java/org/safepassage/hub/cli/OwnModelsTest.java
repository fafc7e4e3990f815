package org.safepassage.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnModelsTest {
    @TempDir
    private Path config;

    @Test
    void withoutAnOptionAnOfflineCommandAsksWhatTheConfigurationNames() throws IOException {
        // Given
        write("redaction: {classifier: models/names, faceModel: faces.onnx}");

        // Then
        assertThat(OwnModels.classifier(null, config)).contains(config.resolve("models/names"));
        assertThat(OwnModels.faceModel(null, config)).contains(config.resolve("faces.onnx"));
    }

    @Test
    void anOptionIsStrongerThanTheConfiguration() throws IOException {
        // Given
        write("redaction: {classifier: models/names, faceModel: faces.onnx}");
        Path other = Path.of("other");

        // Then
        assertThat(OwnModels.classifier(other, config)).contains(other);
        assertThat(OwnModels.faceModel(other, config)).contains(other);
    }

    @Test
    void withoutEitherThereIsNone() throws IOException {
        assertThat(OwnModels.classifier(null, config)).isEmpty();
        assertThat(OwnModels.faceModel(null, config)).isEmpty();
    }

    @Test
    void settingsThatCannotBeUsedStopTheCommandAndAreNamed() throws IOException {
        // Given
        write("redaction: {clasifier: models/names}");

        // Then
        assertThatThrownBy(() -> OwnModels.classifier(null, config))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("application.yaml")
                .hasMessageContaining("clasifier");
    }

    private void write(String settings) throws IOException {
        Files.writeString(config.resolve("application.yaml"), settings + "\n");
    }
}
