package org.safepassage.redact.tagger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Learns a model from labelled rows: the averaged structured perceptron (Collins 2002). Each row is labelled with what
/// is known so far, and where that is wrong the right labels gain and the wrong ones lose; the average over all steps
/// is the model. The same rows in the same order give the same model.
public final class Perceptron {
    private static final int MASK = (1 << TagModel.BITS) - 1;
    /// The order of the rows moves the weights by chance: the mean of several orders is steadier than any.
    private static final int RUNS = 3;

    private static final int FIRST_SEED = 7;

    private final List<String> labels;
    private final int width;
    private final float[] costs;
    private final float[] weights;
    private final float[] sums;
    private final float[] transitions;
    private final float[] transitionSums;
    private long step = 1;

    private Perceptron(List<String> labels, float[] costs) {
        this.labels = List.copyOf(labels);
        this.costs = costs.clone();
        this.width = labels.size();
        this.weights = new float[width << TagModel.BITS];
        this.sums = new float[width << TagModel.BITS];
        this.transitions = new float[(width + 1) * width];
        this.transitionSums = new float[(width + 1) * width];
    }

    /// A row of tokens whose labels are known.
    ///
    /// @param features of each token
    /// @param labels of each token
    @SuppressWarnings("ArrayRecordComponent") // handed over once and never compared
    public record Row(int[][] features, int[] labels) {}

    /// Learns.
    ///
    /// @param labels what they are called; the first is "nothing"
    /// @param costs for each label, by how much another must be behind it where it is right, so that it wins
    ///     clearly: the cost-augmented perceptron (Tsochantaridis et al. 2005); more where it is not to be missed
    /// @param epochs how often all rows are gone through
    public static TagModel learn(List<String> labels, float[] costs, List<Row> rows, int epochs) {
        var together = new Perceptron(labels, costs);
        for (int run = 0; run < RUNS; run++) {
            together.add(run(labels, costs, rows, epochs, run));
        }
        return TagModel.of(labels, together.weights, together.transitions);
    }

    private static Perceptron run(List<String> labels, float[] costs, List<Row> rows, int epochs, int run) {
        var learner = new Perceptron(labels, costs);
        var order = new ArrayList<>(rows);
        var random = new Random(FIRST_SEED + run);
        for (int epoch = 0; epoch < epochs; epoch++) {
            Collections.shuffle(order, random);
            order.forEach(learner::take);
        }
        learner.average();
        return learner;
    }

    private void add(Perceptron other) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] += other.weights[i] / RUNS;
        }
        for (int i = 0; i < transitions.length; i++) {
            transitions[i] += other.transitions[i] / RUNS;
        }
    }

    private void take(Row row) {
        int[] guessed = guess(row.features(), row.labels());
        int before = width;
        int guessedBefore = width;
        for (int i = 0; i < guessed.length; i++) {
            int right = row.labels()[i];
            if (guessed[i] != right) {
                for (int feature : row.features()[i]) {
                    change(weights, sums, (feature & MASK) * width + right, 1);
                    change(weights, sums, (feature & MASK) * width + guessed[i], -1);
                }
            }
            if (guessed[i] != right || before != guessedBefore) {
                change(transitions, transitionSums, before * width + right, 1);
                change(transitions, transitionSums, guessedBefore * width + guessed[i], -1);
            }
            before = right;
            guessedBefore = guessed[i];
        }
        step++;
    }

    private void change(float[] values, float[] valueSums, int at, int by) {
        values[at] += by;
        valueSums[at] += (float) by * step;
    }

    /// As [Tagger#label] does, on the weights of this step, but wrong labels have a head start.
    private int[] guess(int[][] features, int[] right) {
        int length = features.length;
        float[][] best = new float[length][width];
        int[][] from = new int[length][width];
        for (int i = 0; i < length; i++) {
            for (int k = 0; k < width; k++) {
                float score = i == 0 ? transitions[width * width + k] : Float.NEGATIVE_INFINITY;
                for (int p = 0; i > 0 && p < width; p++) {
                    float next = best[i - 1][p] + transitions[p * width + k];
                    if (next > score) {
                        score = next;
                        from[i][k] = p;
                    }
                }
                best[i][k] = score + (k == right[i] ? 0 : costs[right[i]]);
            }
            for (int feature : features[i]) {
                int row = (feature & MASK) * width;
                for (int k = 0; k < width; k++) {
                    best[i][k] += weights[row + k];
                }
            }
        }
        int[] labels = new int[length];
        int label = 0;
        for (int k = 1; length > 0 && k < width; k++) {
            label = best[length - 1][k] > best[length - 1][label] ? k : label;
        }
        for (int i = length - 1; i >= 0; i--) {
            labels[i] = label;
            label = from[i][label];
        }
        return labels;
    }

    private void average() {
        for (int i = 0; i < weights.length; i++) {
            weights[i] -= sums[i] / step;
        }
        for (int i = 0; i < transitions.length; i++) {
            transitions[i] -= transitionSums[i] / step;
        }
    }
}
