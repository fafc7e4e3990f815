package org.safepassage.redact.renditions.pictures;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_dnn;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_core.StringVector;
import org.bytedeco.opencv.opencv_dnn.Net;

/// One of MediaPipe's two BlazeFace models (Bazarevsky and others, 2019; Apache License 2.0) on a square tile. Every
/// anchor of its grids gives a score and a box. For one thread.
final class BlazeFace implements FaceDetector {
    private static final double MIDDLE = 127.5;

    /// Grids of anchors: cells along a side, and anchors a cell.
    private record Grid(int cells, int anchors) {}

    /// Which model.
    enum Model {
        /// Faces up to five metres away; 192 pixels a side.
        FULL_RANGE(
                "blazeface-full",
                "face_detection_full_range.tflite",
                "99bf9494d84f50acc6617d89873f71bf6635a841ea699c17cb3377f9507cfec3",
                192),
        /// Faces near the camera; 128 pixels a side.
        SHORT_RANGE(
                "blazeface-short",
                "face_detection_short_range.tflite",
                "3bc182eb9f33925d9e58b5c8d59308a760f4adea8f282370e428c51212c26633",
                128);

        private final String word;
        private final String file;
        private final String digest;
        private final int side;

        Model(String word, String file, String digest, int side) {
            this.word = word;
            this.file = file;
            this.digest = digest;
            this.side = side;
        }

        private List<Grid> grids() {
            return this == FULL_RANGE ? List.of(new Grid(48, 1)) : List.of(new Grid(16, 2), new Grid(8, 6));
        }
    }

    private final Model model;
    private final Net net;
    private final StringVector outputs;
    private final int side;
    private final double[] anchorX;
    private final double[] anchorY;

    /// @throws IOException when the model is not on the class path, or is another one than was measured
    BlazeFace(Model model) throws IOException {
        this.model = model;
        byte[] bytes = bytes(model);
        try (var data = new BytePointer(bytes)) {
            this.net = opencv_dnn.readNetFromTFLite(data, bytes.length);
        }
        this.outputs = net.getUnconnectedOutLayersNames();
        this.side = model.side;
        int count = model.grids().stream()
                .mapToInt(grid -> grid.cells() * grid.cells() * grid.anchors())
                .sum();
        this.anchorX = new double[count];
        this.anchorY = new double[count];
        int next = 0;
        for (Grid grid : model.grids()) {
            for (int i = 0; i < grid.cells() * grid.cells() * grid.anchors(); i++) {
                int cell = i / grid.anchors();
                int row = cell / grid.cells();
                int column = cell % grid.cells();
                anchorX[next] = (column + 0.5) * side / grid.cells();
                anchorY[next] = (row + 0.5) * side / grid.cells();
                next++;
            }
        }
    }

    @Override
    public String name() {
        return model.word;
    }

    @Override
    public int side() {
        return side;
    }

    @Override
    public List<Sighting> look(Mat tile, double leastScore) {
        var seen = new ArrayList<Sighting>();
        try (var size = new Size(side, side);
                var mean = new Scalar(MIDDLE, MIDDLE, MIDDLE, 0);
                Mat blob = opencv_dnn.blobFromImage(tile, 1 / MIDDLE, size, mean, true, false, opencv_core.CV_32F);
                var results = new MatVector()) {
            net.setInput(blob);
            net.forward(results, outputs);
            boolean scoresFirst = results.get(0).size(2) == 1;
            try (Mat scores = results.get(scoresFirst ? 0 : 1);
                    Mat boxes = results.get(scoresFirst ? 1 : 0);
                    FloatIndexer score = scores.createIndexer();
                    FloatIndexer box = boxes.createIndexer()) {
                for (int i = 0; i < anchorX.length; i++) {
                    double sure = 1 / (1 + Math.exp(-score.get(0, i, 0)));
                    if (sure >= leastScore) {
                        double width = box.get(0, i, 2);
                        double height = box.get(0, i, 3);
                        seen.add(new Sighting(
                                anchorX[i] + box.get(0, i, 0) - width / 2,
                                anchorY[i] + box.get(0, i, 1) - height / 2,
                                width,
                                height,
                                sure));
                    }
                }
            }
        }
        return seen;
    }

    private static byte[] bytes(Model model) throws IOException {
        try (InputStream resource = BlazeFace.class.getResourceAsStream("/models/" + model.file)) {
            if (resource == null) {
                throw new IOException("the face model is not on the class path: " + model.file);
            }
            byte[] bytes = resource.readAllBytes();
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            if (!digest.equals(model.digest)) {
                throw new IOException("the face model is not the one that was measured: " + model.file);
            }
            return bytes;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
