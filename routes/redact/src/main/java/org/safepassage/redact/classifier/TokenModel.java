package org.safepassage.redact.classifier;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/// An ONNX model that gives each word piece a value for each label. One window is read at a time, whoever asks, so that
/// memory is bounded by one. Safe to share between threads.
final class TokenModel implements AutoCloseable {
    private static final String IDS = "input_ids";
    private static final String MASK = "attention_mask";
    private static final String TYPES = "token_type_ids";

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final Set<String> inputs;
    private final String output;
    private final int labels;
    private final ReentrantLock turn = new ReentrantLock(true);

    private TokenModel(OrtEnvironment environment, OrtSession session, String output, int labels) {
        this.environment = environment;
        this.session = session;
        this.inputs = session.getInputNames();
        this.output = output;
        this.labels = labels;
    }

    /// @param threads that one window may keep busy
    /// @throws UnusableClassifier when it is no model, or one that wants something else than word pieces
    static TokenModel open(Path file, int labels, int threads) throws UnusableClassifier {
        try {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            OrtSession session;
            try (var options = new OrtSession.SessionOptions()) {
                // Failures come as exceptions; the library would write them to the error stream as well.
                options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
                options.setIntraOpNumThreads(threads);
                options.setInterOpNumThreads(1);
                // What one window took is given back: windows are few, and the hub needs its memory.
                options.setCPUArenaAllocator(false);
                session = environment.createSession(file.toString(), options);
            }
            if (!Set.of(IDS, MASK, TYPES).containsAll(session.getInputNames())
                    || !session.getInputNames().contains(IDS)) {
                session.close();
                throw new UnusableClassifier(
                        file,
                        "wants other input than input_ids, attention_mask and token_type_ids; export a token"
                                + " classifier");
            }
            Set<String> outputs = session.getOutputNames();
            String output =
                    outputs.contains("logits") ? "logits" : outputs.iterator().next();
            return new TokenModel(environment, session, output, labels);
        } catch (OrtException | LinkageError e) {
            throw new UnusableClassifier(file, "cannot be loaded by ONNX Runtime; export the model anew", e);
        }
    }

    /// The probability of each label for each piece.
    ///
    /// @throws ClassifierFailed when the model fails or gives something else
    float[][] read(long[] ids) {
        turn.lock();
        try {
            return probabilities(ids);
        } catch (OrtException e) {
            throw new ClassifierFailed("the classifier's model failed on a window of " + ids.length + " pieces", e);
        } finally {
            turn.unlock();
        }
    }

    private float[][] probabilities(long[] ids) throws OrtException {
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        try (var idTensor = OnnxTensor.createTensor(environment, new long[][] {ids});
                var maskTensor = OnnxTensor.createTensor(environment, new long[][] {ones});
                var typeTensor = OnnxTensor.createTensor(environment, new long[][] {new long[ids.length]})) {
            Map<String, OnnxTensor> given = new HashMap<>(Map.of(IDS, idTensor, MASK, maskTensor, TYPES, typeTensor));
            given.keySet().retainAll(inputs);
            try (var result = session.run(given, Set.of(output))) {
                OnnxValue values = result.get(0);
                if (!(values.getValue() instanceof float[][][] rows)
                        || rows.length != 1
                        || rows[0].length != ids.length
                        || rows[0][0].length != labels) {
                    throw new ClassifierFailed(
                            "the classifier's model does not give " + labels + " values for each piece", null);
                }
                for (float[] row : rows[0]) {
                    softmax(row);
                }
                return rows[0];
            }
        }
    }

    private static void softmax(float[] row) {
        float greatest = Float.NEGATIVE_INFINITY;
        for (float value : row) {
            greatest = Math.max(greatest, value);
        }
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            row[i] = (float) Math.exp(row[i] - greatest);
            sum += row[i];
        }
        for (int i = 0; i < row.length; i++) {
            row[i] = (float) (row[i] / sum);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new ClassifierFailed("the classifier's model could not be closed", e);
        }
    }
}
