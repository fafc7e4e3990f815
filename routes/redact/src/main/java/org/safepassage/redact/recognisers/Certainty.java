package org.safepassage.redact.recognisers;

/// How sure a tagger is of a mention without its leaning, as a mention's confidence.
final class Certainty {
    private static final double CALIBRATION = 20;

    private Certainty() {}

    /// Of the surest of some tokens: 0 to 1, a half where the tagger cannot tell.
    ///
    /// @param margins of each token of a row, see [org.safepassage.redact.tagger.Tagger.Labelled]
    static double of(float[] margins, int first, int last) {
        float greatest = Float.NEGATIVE_INFINITY;
        for (int i = first; i <= last; i++) {
            greatest = Math.max(greatest, margins[i]);
        }
        return 1 / (1 + Math.exp(-greatest / CALIBRATION));
    }
}
