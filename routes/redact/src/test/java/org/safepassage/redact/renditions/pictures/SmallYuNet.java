package org.safepassage.redact.renditions.pictures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.safepassage.redact.classifier.OnnxFile;

/// A real, small model with YuNet's input and outputs, which takes colours for faces: a cell of 8 pixels that is all
/// blue, one of 16 that is all green, one of 32 that is all red. Grey things are nothing to it.
final class SmallYuNet {
    static final int SIDE = 640;
    /// From the cell's corner to the box's middle, and the logarithms of its width and height, all in cells.
    static final float[] BOX = {0.25f, 0.75f, (float) Math.log(2), (float) Math.log(3)};

    private static final int[] STRIDES = {8, 16, 32};

    private SmallYuNet() {}

    static Path in(Path file) throws IOException {
        return Files.write(file, model(List.of(1, 3, SIDE, SIDE), BOX, List.of("cls", "obj", "bbox", "kps")));
    }

    /// @param input its shape
    /// @param box what each cell gives
    /// @param outputs those of `cls`, `obj`, `bbox`, `kps` that it has
    static byte[] model(List<Integer> input, float[] box, List<String> outputs) {
        var file = new OnnxFile()
                .input("input", input)
                .longs("row", List.of(3), 1, -1, 1)
                .floats("none", List.of(), 0)
                .floats("all", List.of(), 1)
                .floats("box", List.of(box.length), box)
                .floats("nothing", List.of(box.length), new float[box.length])
                .floats("points", List.of(10), new float[10]);
        for (int colour = 0; colour < STRIDES.length; colour++) {
            int stride = STRIDES[colour];
            String name = "_" + stride;
            file.floats("weights" + name, List.of(1, 3, stride, stride), weights(colour, stride))
                    .nodeInSteps(stride, "Conv", "seen" + name, "input", "weights" + name)
                    .node("Clip", "clipped" + name, "seen" + name, "none", "all")
                    .node("Reshape", "likely" + name, "clipped" + name, "row")
                    .node("Identity", "cls" + name, "likely" + name)
                    .node("Identity", "obj" + name, "likely" + name)
                    .node("Mul", "spread" + name, "likely" + name, "nothing")
                    .node("Add", "bbox" + name, "spread" + name, "box")
                    .node("Mul", "kps" + name, "likely" + name, "points");
            outputs.forEach(output -> file.output(output + name));
        }
        return file.bytes();
    }

    /// The mean of one colour less the mean of the others, 1 for the purest.
    private static float[] weights(int colour, int stride) {
        int cell = stride * stride;
        var weights = new float[3 * cell];
        Arrays.fill(weights, -0.5f / 255 / cell);
        Arrays.fill(weights, colour * cell, (colour + 1) * cell, 1f / 255 / cell);
        return weights;
    }
}
