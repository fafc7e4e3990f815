package org.safepassage.redact.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepassage.redact.Detector;
import org.safepassage.schemas.Mention;

/// With a real model, loaded by ONNX Runtime, and a real tokenizer.
class ClassifierRecogniserTest {
    private static ClassifierRecogniser classifier;
    private static Detector detector;

    @BeforeAll
    static void open(@TempDir Path folder) throws IOException {
        classifier = ClassifierRecogniser.open(SmallClassifier.in(folder.resolve("model")), folder.resolve("temp"), 1);
        detector = new Detector(List.of(classifier));
    }

    @AfterAll
    static void close() {
        classifier.close();
    }

    @Test
    void whatTheModelCallsAPersonIsAMentionInOffsetsOfTheOriginal() {
        // Given
        String text = "😀 Яго звалі Иван Ку\u00adлик, з горада Минск.";

        // When
        List<Mention> mentions = detector.detect(text, "be", List.of());

        // Then
        assertThat(mentions)
                .extracting(mention -> mention.type() + " " + words(text, mention))
                .containsExactly("PERSON Иван Ку\u00adлик", "LOCATION Минск");
        assertThat(mentions).allSatisfy(mention -> {
            assertThat(mention.recogniser()).isEqualTo("learned-classifier");
            assertThat(mention.confidence()).isBetween(0.8, 1.0);
        });
    }

    @Test
    void aMentionIsFoundWhereverItStandsInATextOfManyWindows() {
        for (int before = 0; before < 4 * SmallClassifier.WINDOW; before++) {
            // Given
            String text = "сад ".repeat(before) + "Иван Кулик" + " сад".repeat(70 - before);

            // When
            List<Mention> mentions = detector.detect(text, "ru", List.of());

            // Then
            assertThat(mentions)
                    .as("behind %s words", before)
                    .extracting(mention -> words(text, mention))
                    .containsExactly("Иван Кулик");
        }
    }

    @Test
    void nothingIsCutOffAtTheEndOfALongText() {
        // Given
        String text = "Слова, якія нічога не значаць. ".repeat(20_000) + "Иван Кулик";

        // When
        List<Mention> mentions = detector.detect(text, "be", List.of());

        // Then
        assertThat(mentions).extracting(mention -> words(text, mention)).containsExactly("Иван Кулик");
        assertThat(mentions.getFirst().end()).isEqualTo(text.length());
    }

    @Test
    void mentionsBesideEachOtherAreSeveral() {
        // Given
        String text = "Иван Кулик Иван Кулик, Иван Кулик и Минск Минск";

        // When
        List<Mention> mentions = detector.detect(text, "ru", List.of());

        // Then
        assertThat(mentions)
                .extracting(mention -> words(text, mention))
                .containsExactly("Иван Кулик", "Иван Кулик", "Иван Кулик", "Минск", "Минск");
    }

    @Test
    void aNameThatTheModelShowsIsFoundByTheOthersElsewhere() {
        // Given
        String text = "Прыйшоў Иван Кулик.\n\nПотым пытаў пра Кулика.";

        // When
        List<Mention> mentions = Detector.standard().with(classifier).detect(text, "be", List.of());

        // Then
        assertThat(mentions).extracting(mention -> words(text, mention)).contains("Кулика");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\ud83d Иван Кулик",
                "\ude00\ude00 Иван Кулик \ud83d",
                "😀\ud83d😀 Иван Кулик",
                "\0\0 Иван Кулик\0",
                "\ud83dИван Кулик",
                "\u200f\u202e Иван Кулик \u202c",
                "ＡＢ 𝐀𝐁 Иван Кулик"
            })
    void strangeSignsMoveNoOffset(String text) {
        // When
        List<Mention> mentions = detector.detect(text, "und", List.of());

        // Then
        assertThat(mentions).extracting(mention -> words(text, mention)).containsExactly("Иван Кулик");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "…", "\ud83d", "😀😀", "\0"})
    void aTextWithoutWordsHasNoMention(String text) {
        assertThat(detector.detect(text, "und", List.of())).isEmpty();
    }

    @Test
    void severalThreadsReadSideBySide() throws Exception {
        // Given
        List<Callable<List<Mention>>> readings = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String text = "сад ".repeat(i) + "Иван Кулик" + " сад".repeat(40 - i);
            readings.add(() -> detector.detect(text, "ru", List.of()));
        }

        // When
        List<Future<List<Mention>>> read;
        try (var threads = Executors.newFixedThreadPool(4)) {
            read = threads.invokeAll(readings);
        }

        // Then
        for (int i = 0; i < read.size(); i++) {
            assertThat(read.get(i).get()).extracting(Mention::start).containsExactly(4 * i);
        }
    }

    private static String words(String text, Mention mention) {
        return text.substring(text.offsetByCodePoints(0, mention.start()), text.offsetByCodePoints(0, mention.end()));
    }
}
