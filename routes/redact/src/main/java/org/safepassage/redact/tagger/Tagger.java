package org.safepassage.redact.tagger;

/// Labels rows of tokens: the row of labels whose weights are greatest together (Viterbi). Time is linear in the row.
/// Immutable and safe to share between threads.
public final class Tagger {
    private final TagModel model;

    /// A tagger with this model.
    public Tagger(TagModel model) {
        this.model = model;
    }

    /// A row's labels.
    ///
    /// @param labels numbers of labels, one for each token
    /// @param margins by how much each label's own score is above that of "nothing", what was added left out
    @SuppressWarnings("ArrayRecordComponent") // handed over once and never compared
    public record Labelled(int[] labels, float[] margins) {}

    /// Labels one row.
    ///
    /// @param features hashes of each token's features
    /// @param leanings what is added to the score of label 1 for each token, since that one must not be missed
    /// @param others what is added to the score of each label; the first two are not looked at
    public Labelled label(int[][] features, float[] leanings, float[] others) {
        int width = model.labels().size();
        int length = features.length;
        float[][] best = new float[length][width];
        float[][] own = new float[length][width];
        int[][] from = new int[length][width];
        for (int i = 0; i < length; i++) {
            model.addScores(features[i], own[i]);
            own[i][1] += leanings[i];
            for (int k = 2; k < width; k++) {
                own[i][k] += others[k];
            }
            for (int k = 0; k < width; k++) {
                step(i, k, best, from);
                best[i][k] += own[i][k];
            }
        }
        int[] labels = new int[length];
        float[] margins = new float[length];
        int label = length == 0 ? 0 : greatest(best[length - 1]);
        for (int i = length - 1; i >= 0; i--) {
            labels[i] = label;
            margins[i] = own[i][label] - own[i][0] - (label == 0 ? 0 : label == 1 ? leanings[i] : others[label]);
            label = from[i][label];
        }
        return new Labelled(labels, margins);
    }

    private void step(int i, int label, float[][] best, int[][] from) {
        int width = best[i].length;
        if (i == 0) {
            best[0][label] = model.transition(width, label);
            return;
        }
        float greatest = Float.NEGATIVE_INFINITY;
        for (int p = 0; p < width; p++) {
            float score = best[i - 1][p] + model.transition(p, label);
            if (score > greatest) {
                greatest = score;
                from[i][label] = p;
            }
        }
        best[i][label] = greatest;
    }

    private static int greatest(float[] scores) {
        int greatest = 0;
        for (int k = 1; k < scores.length; k++) {
            greatest = scores[k] > scores[greatest] ? k : greatest;
        }
        return greatest;
    }
}
