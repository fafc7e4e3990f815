package org.safepassage.redact.tagger;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Weights of a tagger: for each feature and label, and for each label behind another. Label 0 is "nothing". Immutable
/// and safe to share between threads.
///
/// A feature is a hash of which the lowest [#BITS] bits count; two features that share them share their weights.
/// Weights are kept as bytes of one common scale, so that a model of some hundred thousand features is a few megabytes.
public final class TagModel {
    /// Bits of a feature that count.
    public static final int BITS = 21;

    private static final int MASK = (1 << BITS) - 1;
    private static final int MAGIC = 0x53505431;
    private static final int LARGEST = 127;

    private final List<String> labels;
    private final float scale;
    /// Where the weights of each feature begin; 0 for one that has none.
    private final int[] rows;
    /// One bit for each feature that has weights: small enough to stay near the processor, while most look-ups in
    /// `rows` wait for memory.
    private final long[] present;

    private final byte[] weights;
    private final float[] transitions;

    private TagModel(List<String> labels, float scale, int[] rows, byte[] weights, float[] transitions) {
        this.labels = labels;
        this.scale = scale;
        this.rows = rows;
        this.present = new long[rows.length / Long.SIZE];
        for (int feature = 0; feature < rows.length; feature++) {
            present[feature / Long.SIZE] |= rows[feature] != 0 ? 1L << feature : 0;
        }
        this.weights = weights;
        this.transitions = transitions;
    }

    /// A model of these weights; features whose weights all vanish in the common scale are left out.
    ///
    /// @param labels the first one is "nothing"
    /// @param weights for feature `f` and label `k` at `f * labels + k`
    /// @param transitions from label `p` to `k` at `p * labels + k`; from the beginning in the last row
    static TagModel of(List<String> labels, float[] weights, float[] transitions) {
        int width = labels.size();
        float largest = 0;
        for (float weight : weights) {
            largest = Math.max(largest, Math.abs(weight));
        }
        float scale = largest == 0 ? 1 : largest / LARGEST;
        int[] rows = new int[1 << BITS];
        byte[] kept = new byte[width * 1024];
        int next = width;
        for (int feature = 0; feature < rows.length; feature++) {
            boolean any = false;
            for (int k = 0; k < width; k++) {
                any |= Math.round(weights[feature * width + k] / scale) != 0;
            }
            if (any) {
                if (next + width > kept.length) {
                    kept = Arrays.copyOf(kept, kept.length * 2);
                }
                for (int k = 0; k < width; k++) {
                    kept[next + k] = (byte) Math.round(weights[feature * width + k] / scale);
                }
                rows[feature] = next;
                next += width;
            }
        }
        return new TagModel(List.copyOf(labels), scale, rows, Arrays.copyOf(kept, next), transitions.clone());
    }

    /// What the labels are called; the first is "nothing".
    public List<String> labels() {
        return labels;
    }

    /// Adds the weights of a token's features to `scores`, one for each label.
    void addScores(int[] features, float[] scores) {
        int width = scores.length;
        int[] sums = new int[width];
        for (int hash : features) {
            int feature = hash & MASK;
            if ((present[feature / Long.SIZE] & 1L << feature) != 0) {
                int row = rows[feature];
                for (int k = 0; k < width; k++) {
                    sums[k] += weights[row + k];
                }
            }
        }
        for (int k = 0; k < width; k++) {
            scores[k] += sums[k] * scale;
        }
    }

    /// The weight of a label behind another; behind `labels().size()` for the first of a row.
    float transition(int from, int to) {
        return transitions[from * labels.size() + to];
    }

    /// Reads a model.
    ///
    /// @throws IOException when it cannot be read or is none
    public static TagModel read(InputStream stream) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(stream)))) {
            if (in.readInt() != MAGIC) {
                throw new IOException("this is no tagger's model, or one of another version");
            }
            String[] labels = new String[in.readUnsignedByte()];
            for (int k = 0; k < labels.length; k++) {
                labels[k] = in.readUTF();
            }
            float scale = in.readFloat();
            float[] transitions = new float[(labels.length + 1) * labels.length];
            for (int i = 0; i < transitions.length; i++) {
                transitions[i] = in.readFloat();
            }
            int count = in.readInt();
            if (labels.length == 0 || count < 0 || count > 1 << BITS) {
                throw new IOException("this tagger's model is damaged");
            }
            int[] rows = new int[1 << BITS];
            byte[] weights = new byte[(count + 1) * labels.length];
            int feature = -1;
            for (int row = labels.length; row < weights.length; row += labels.length) {
                feature += readGap(in);
                if (feature > MASK) {
                    throw new IOException("this tagger's model is damaged");
                }
                rows[feature] = row;
                in.readFully(weights, row, labels.length);
            }
            return new TagModel(List.of(labels), scale, rows, weights, transitions);
        }
    }

    /// Writes the model so that [#read] reads the same; the same model gives the same bytes.
    ///
    /// @throws IOException when it cannot be written
    public void write(OutputStream stream) throws IOException {
        try (var out = new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(stream)))) {
            out.writeInt(MAGIC);
            out.writeByte(labels.size());
            for (String label : labels) {
                out.writeUTF(label);
            }
            out.writeFloat(scale);
            for (float transition : transitions) {
                out.writeFloat(transition);
            }
            out.writeInt(features());
            int before = -1;
            for (int feature = 0; feature < rows.length; feature++) {
                if (rows[feature] != 0) {
                    writeGap(out, feature - before);
                    out.write(weights, rows[feature], labels.size());
                    before = feature;
                }
            }
        }
    }

    /// How many features have weights.
    public int features() {
        return weights.length / labels.size() - 1;
    }

    private static void writeGap(DataOutputStream out, int gap) throws IOException {
        int rest = gap;
        while (rest > 0x7f) {
            out.writeByte((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    private static int readGap(DataInputStream in) throws IOException {
        int gap = 0;
        int shift = 0;
        int read = in.readUnsignedByte();
        while (read > 0x7f && shift < 28) {
            gap |= (read & 0x7f) << shift;
            shift += 7;
            read = in.readUnsignedByte();
        }
        return gap | (read << shift);
    }
}
