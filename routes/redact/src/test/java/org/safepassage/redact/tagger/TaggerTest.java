package org.safepassage.redact.tagger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaggerTest {
    private static final int NAME = 101;
    private static final int TITLE = 102;
    private static final int WORD = 103;
    private static final float[] NONE = new float[3];

    @Test
    void whatWasShownOftenEnoughIsLabelledSo() {
        // When
        var labelled = new Tagger(model()).label(features(WORD, TITLE, NAME, WORD), new float[4], NONE);

        // Then
        assertThat(labelled.labels()).containsExactly(0, 0, 1, 0);
        assertThat(labelled.margins()[2]).isPositive();
    }

    @Test
    void aLeaningFindsMoreAndIsNoPartOfTheCertainty() {
        // Given
        var tagger = new Tagger(model());
        int[][] unknown = features(WORD, WORD + 1, WORD);

        // When
        var without = tagger.label(unknown, new float[3], NONE);
        var leaning = tagger.label(unknown, new float[] {0, 500, 0}, NONE);

        // Then
        assertThat(without.labels()).containsExactly(0, 0, 0);
        assertThat(leaning.labels()).containsExactly(0, 1, 0);
        assertThat(leaning.margins()[1]).isLessThan(500);
    }

    @Test
    void aLeaningToAnotherLabelFindsThatOne() {
        // Given
        var tagger = new Tagger(threeLabels());
        int[][] unknown = features(WORD, 999, WORD);

        // When
        var leaning = tagger.label(unknown, new float[3], new float[] {0, 0, 500});

        // Then
        assertThat(leaning.labels()[1]).isEqualTo(2);
        assertThat(leaning.margins()[1]).isLessThan(500);
    }

    @Test
    void anEmptyRowHasNoLabels() {
        assertThat(new Tagger(model()).label(new int[0][], new float[0], NONE).labels())
                .isEmpty();
    }

    @Test
    void aModelReadsAsItWasWrittenAndTheSameRowsGiveTheSameBytes() throws IOException {
        // Given
        byte[] once = written(model());
        byte[] again = written(model());

        // When
        var read = TagModel.read(new ByteArrayInputStream(once));

        // Then
        assertThat(again).isEqualTo(once);
        assertThat(written(read)).isEqualTo(once);
        assertThat(read.labels()).containsExactly("nothing", "person");
    }

    @Test
    void whatIsNoModelIsRefused() throws IOException {
        byte[] model = written(model());
        byte[] cut = java.util.Arrays.copyOf(model, model.length / 2);

        assertThatThrownBy(() -> TagModel.read(
                        new ByteArrayInputStream("no model".getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> TagModel.read(new ByteArrayInputStream(cut))).isInstanceOf(IOException.class);
    }

    private static TagModel model() {
        var rows = new ArrayList<Perceptron.Row>();
        for (int i = 0; i < 20; i++) {
            rows.add(new Perceptron.Row(features(WORD, WORD, TITLE, NAME, WORD), new int[] {0, 0, 0, 1, 0}));
            rows.add(new Perceptron.Row(features(NAME, WORD), new int[] {1, 0}));
            rows.add(new Perceptron.Row(features(WORD, WORD + 1, WORD), new int[] {0, 0, 0}));
        }
        return Perceptron.learn(List.of("nothing", "person"), new float[] {10, 40}, rows, 3);
    }

    private static TagModel threeLabels() {
        var rows = List.of(
                new Perceptron.Row(features(WORD, NAME, WORD), new int[] {0, 1, 0}),
                new Perceptron.Row(features(WORD, TITLE, WORD), new int[] {0, 2, 0}));
        return Perceptron.learn(List.of("nothing", "person", "title"), new float[] {10, 40, 10}, rows, 3);
    }

    private static int[][] features(int... tokens) {
        int[][] features = new int[tokens.length][];
        for (int i = 0; i < tokens.length; i++) {
            features[i] = new int[] {1, tokens[i]};
        }
        return features;
    }

    private static byte[] written(TagModel model) throws IOException {
        var bytes = new ByteArrayOutputStream();
        model.write(bytes);
        return bytes.toByteArray();
    }
}
