package org.safepassage.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.redact.recognisers.DetectionContext;
import org.safepassage.redact.recognisers.KnownIdentities;
import org.safepassage.redact.recognisers.LearnedNameRecogniser;
import org.safepassage.redact.tagger.TagModel;
import org.safepassage.redact.text.NormalText;

@Tag("slow")
class TrainCommandTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void aFewInventedLines() throws IOException {
        var lines = new StringBuilder();
        for (String name : List.of("Бурдюл", "Шмакут", "Кшемар", "Дзындра", "Ёлкоч", "Пшонт")) {
            String text = "Вечером сообщил " + name + " соседям.";
            lines.append("{\"id\":\"%s\",\"language\":\"ru\",\"text\":\"%s\",\"mentions\":".formatted(name, text));
            lines.append("[{\"start\":16,\"end\":%d,\"type\":\"PERSON\",\"entity\":\"a\"}]}\n"
                    .formatted(16 + name.length()));
        }
        Files.writeString(folder.resolve("own.jsonl"), lines);
    }

    @Test
    void whatIsLearnedFindsANameThatNoTextShowed() throws IOException {
        // Given
        Path model = folder.resolve("own.model");

        // When
        var spoken = Spoken.of("train", "--corpora", folder.toString(), "--out", model.toString(), "own");

        // Then
        assertThat(spoken.code()).as(spoken.err()).isZero();
        assertThat(spoken.out()).startsWith("6 texts, ");
        try (var stream = Files.newInputStream(model)) {
            var found = new LearnedNameRecogniser(TagModel.read(stream))
                    .find(
                            NormalText.of("Вечером сообщил Грыжвук соседям."),
                            new DetectionContext("ru", KnownIdentities.of(List.of()), java.util.Set.of()));
            assertThat(found).singleElement().satisfies(span -> {
                assertThat(span.start()).isEqualTo(16);
                assertThat(span.end()).isEqualTo(23);
            });
        }
    }

    @Test
    void aCorpusThatIsNotThereIsToldAndNothingIsWritten() {
        // When
        var spoken = Spoken.of(
                "train",
                "--corpora",
                folder.toString(),
                "--out",
                folder.resolve("m").toString(),
                "another");

        // Then
        assertThat(spoken.code()).isEqualTo(2);
        assertThat(spoken.err()).contains("not every NAME is a .jsonl file");
        assertThat(folder.resolve("m")).doesNotExist();
    }
}
