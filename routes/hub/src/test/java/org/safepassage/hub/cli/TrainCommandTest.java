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
import org.safepassage.redact.recognisers.LearnedIdentifierRecogniser;
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
    void identifiersAreLearnedForEnglishText() throws IOException {
        // Given
        var lines = new StringBuilder();
        for (String town : List.of("Burdule", "Shmakut", "Kshemar", "Dzyndra", "Pshont")) {
            String text = "The applicant lives in " + town + " now.";
            lines.append("{\"id\":\"%s\",\"language\":\"en\",\"text\":\"%s\",\"mentions\":".formatted(town, text));
            lines.append("[{\"start\":4,\"end\":13,\"type\":\"DEM\",\"identifier\":\"NO_MASK\"},"
                    + "{\"start\":23,\"end\":%d,\"type\":\"LOC\",\"identifier\":\"QUASI\"}]}\n"
                            .formatted(23 + town.length()));
        }
        Files.writeString(folder.resolve("english.jsonl"), lines);
        Path model = folder.resolve("english.model");

        // When
        var spoken = Spoken.of(
                "train", "--identifiers", "--corpora", folder.toString(), "--out", model.toString(), "english");

        // Then: the place is sure; what the annotator let stand is found because of the leaning at most
        assertThat(spoken.code()).as(spoken.err()).isZero();
        try (var stream = Files.newInputStream(model)) {
            var found = new LearnedIdentifierRecogniser(TagModel.read(stream))
                    .find(
                            NormalText.of("The applicant lives in Grizvuk now."),
                            new DetectionContext("en", KnownIdentities.of(List.of()), java.util.Set.of()));
            assertThat(found)
                    .filteredOn(span -> span.confidence() > 0.5)
                    .isNotEmpty()
                    .allSatisfy(span -> {
                        assertThat(span.start()).isEqualTo(23);
                        assertThat(span.end()).isEqualTo(30);
                        assertThat(span.type()).isEqualTo("LOCATION");
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
