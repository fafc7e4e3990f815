package org.safepassage.redact.renditions.pictures;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_dnn;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/// An operator's YuNet (Wu and others, 2023), as OpenCV's model zoo publishes it for ONNX. Each cell of three grids
/// gives how likely it is a face's, twice, and a box in cells of that grid. For one thread.
final class YuNet implements FaceDetector, AutoCloseable {
    private static final String INPUT = "input";
    private static final int[] STRIDES = {8, 16, 32};
    private static final int COARSEST = 32;
    private static final int CHANNELS = 3;
    private static final int BOX = 4;
    /// Where the file leaves it open.
    private static final int USUAL_SIDE = 640;

    private static final int LARGEST_SIDE = 4096;

    private static final String ACTION =
            "; name face_detection_yunet_2023mar.onnx of OpenCV's model zoo, or one with its inputs and outputs";

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final Set<String> outputs;
    private final int side;

    private YuNet(OrtEnvironment environment, OrtSession session, int side) {
        this.environment = environment;
        this.session = session;
        this.outputs = outputs();
        this.side = side;
    }

    /// Opens a model and has it look at a black tile, so that what does not fit shows now.
    ///
    /// @throws UnusableFaceModel when the file is missing, no model, or one of something else
    static YuNet open(Path file) throws UnusableFaceModel {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new UnusableFaceModel(file, "is not there or cannot be read" + ACTION);
        }
        OrtEnvironment environment;
        OrtSession session;
        try (var options = new OrtSession.SessionOptions()) {
            // Failures come as exceptions; the library would write them to the error stream as well.
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            environment = OrtEnvironment.getEnvironment();
            session = environment.createSession(file.toString(), options);
        } catch (OrtException | LinkageError e) {
            throw new UnusableFaceModel(file, "cannot be loaded by ONNX Runtime; copy it anew" + ACTION, e);
        }
        try {
            var model = new YuNet(environment, session, side(session, file));
            model.tryOut(file);
            return model;
        } catch (UnusableFaceModel e) {
            closed(session);
            throw e;
        }
    }

    private static int side(OrtSession session, Path file) throws UnusableFaceModel {
        try {
            NodeInfo input = session.getInputInfo().get(INPUT);
            if (input == null
                    || session.getNumInputs() != 1
                    || !(input.getInfo() instanceof TensorInfo tensor)
                    || tensor.getShape().length != 4) {
                throw new UnusableFaceModel(file, "wants something else than one picture called " + INPUT + ACTION);
            }
            long[] shape = tensor.getShape();
            // A side that the file leaves open is told as -1.
            long side = shape[2] < 0 ? USUAL_SIDE : shape[2];
            boolean square = shape[3] < 0 || shape[3] == side;
            boolean colours = shape[1] < 0 || shape[1] == CHANNELS;
            if (!square || !colours || side < COARSEST || side > LARGEST_SIDE || side % COARSEST != 0) {
                throw new UnusableFaceModel(
                        file, "wants other pictures than square ones in three colours, whole cells wide" + ACTION);
            }
            return (int) side;
        } catch (OrtException e) {
            throw new UnusableFaceModel(file, "does not tell what it wants" + ACTION, e);
        }
    }

    private void tryOut(Path file) throws UnusableFaceModel {
        if (!session.getOutputNames().containsAll(outputs)) {
            var missing = new LinkedHashSet<>(outputs);
            missing.removeAll(session.getOutputNames());
            throw new UnusableFaceModel(file, "is no YuNet, it lacks " + String.join(", ", missing) + ACTION);
        }
        try {
            look(FloatBuffer.allocate(CHANNELS * side * side), 0);
        } catch (OrtException | IllegalStateException e) {
            throw new UnusableFaceModel(file, "does not give a likelihood and a box for each cell" + ACTION, e);
        }
    }

    @Override
    public String name() {
        return "yunet";
    }

    @Override
    public int side() {
        return side;
    }

    @Override
    public List<Sighting> look(Mat tile, double leastScore) {
        // Blue, green and red from 0 to 255, as OpenCV holds them and the model was trained.
        try (var size = new Size(side, side);
                var nothing = new Scalar(0, 0, 0, 0);
                Mat blob = opencv_dnn.blobFromImage(tile, 1, size, nothing, false, false, opencv_core.CV_32F);
                var pixels = new FloatPointer(blob.data())) {
            pixels.capacity((long) CHANNELS * side * side);
            return look(pixels.asBuffer(), leastScore);
        } catch (OrtException e) {
            throw new IllegalStateException("the face model failed on a tile", e);
        }
    }

    private List<Sighting> look(FloatBuffer pixels, double leastScore) throws OrtException {
        var seen = new ArrayList<Sighting>();
        try (var input = OnnxTensor.createTensor(environment, pixels, new long[] {1, CHANNELS, side, side});
                var result = session.run(Map.of(INPUT, input), outputs)) {
            for (int stride : STRIDES) {
                int cells = side / stride;
                FloatBuffer face = values(result, "cls_" + stride, cells * cells);
                FloatBuffer object = values(result, "obj_" + stride, cells * cells);
                FloatBuffer box = values(result, "bbox_" + stride, cells * cells * BOX);
                for (int cell = 0; cell < cells * cells; cell++) {
                    double score = Math.sqrt(likelihood(face.get(cell)) * likelihood(object.get(cell)));
                    if (score >= leastScore) {
                        seen.add(sighting(box, cell, cells, stride, score));
                    }
                }
            }
        }
        return seen;
    }

    private static Sighting sighting(FloatBuffer box, int cell, int cells, int stride, double score) {
        int column = cell % cells;
        int row = cell / cells;
        double x = (column + (double) box.get(cell * BOX)) * stride;
        double y = (row + (double) box.get(cell * BOX + 1)) * stride;
        double width = Math.exp(box.get(cell * BOX + 2)) * stride;
        double height = Math.exp(box.get(cell * BOX + 3)) * stride;
        if (!Double.isFinite(x + y + width + height)) {
            throw new IllegalStateException("the face model gives a box without a place");
        }
        return new Sighting(x - width / 2, y - height / 2, width, height, score);
    }

    /// What is no number must not count as no face.
    private static double likelihood(float value) {
        if (Float.isNaN(value)) {
            throw new IllegalStateException("the face model gives a likelihood that is no number");
        }
        return Math.clamp(value, 0.0, 1.0);
    }

    private static FloatBuffer values(OrtSession.Result result, String name, int count) {
        if (result.get(name).orElse(null) instanceof OnnxTensor tensor) {
            FloatBuffer values = tensor.getFloatBuffer();
            if (values != null && values.remaining() == count) {
                return values;
            }
        }
        throw new IllegalStateException("the face model gives no " + count + " numbers as " + name);
    }

    private static Set<String> outputs() {
        var names = new LinkedHashSet<String>();
        for (int stride : STRIDES) {
            names.addAll(List.of("cls_" + stride, "obj_" + stride, "bbox_" + stride));
        }
        return names;
    }

    private static void closed(OrtSession session) {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the face model could not be closed", e);
        }
    }

    @Override
    public void close() {
        closed(session);
    }
}
