package org.safepassage.redact.classifier;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// For tests: writes a small ONNX model, field by field as onnx.proto3 numbers them: enough of it for a graph of plain
/// operators.
public final class OnnxFile {
    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    private final Message graph = new Message();

    public OnnxFile() {
        graph.text(2, "labels");
    }

    /// An input of whole numbers, one text of any length.
    public OnnxFile input(String name) {
        graph.message(11, value(name, INT64));
        return this;
    }

    /// An input of fractions, of this shape alone.
    public OnnxFile input(String name, List<Integer> shape) {
        var sizes = new Message();
        shape.forEach(size -> sizes.message(1, new Message().number(1, size)));
        graph.message(11, typed(name, new Message().number(1, FLOAT).message(2, sizes)));
        return this;
    }

    /// The output: numbers for each piece.
    public OnnxFile output(String name) {
        graph.message(12, value(name, FLOAT));
        return this;
    }

    public OnnxFile floats(String name, List<Integer> shape, float... values) {
        var raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            raw.putFloat(value);
        }
        return tensor(name, FLOAT, shape, raw.array());
    }

    public OnnxFile longs(String name, List<Integer> shape, long... values) {
        var raw = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            raw.putLong(value);
        }
        return tensor(name, INT64, shape, raw.array());
    }

    private OnnxFile tensor(String name, int type, List<Integer> shape, byte[] raw) {
        var tensor = new Message();
        shape.forEach(size -> tensor.number(1, size));
        graph.message(5, tensor.number(2, type).text(8, name).bytes(9, raw));
        return this;
    }

    public OnnxFile node(String operator, String output, String... inputs) {
        graph.message(1, nodeOf(operator, output, inputs));
        return this;
    }

    public OnnxFile nodeOnAxis(int axis, String operator, String output, String... inputs) {
        var attribute = new Message().text(1, "axis").number(3, axis).number(20, 2);
        graph.message(1, nodeOf(operator, output, inputs).message(5, attribute));
        return this;
    }

    /// A node that goes over a picture in steps as wide as they are high.
    public OnnxFile nodeInSteps(int step, String operator, String output, String... inputs) {
        var attribute =
                new Message().text(1, "strides").number(8, step).number(8, step).number(20, 7);
        graph.message(1, nodeOf(operator, output, inputs).message(5, attribute));
        return this;
    }

    private static Message nodeOf(String operator, String output, String... inputs) {
        var node = new Message();
        for (String input : inputs) {
            node.text(1, input);
        }
        return node.text(2, output).text(4, operator);
    }

    private static Message value(String name, int type) {
        var shape = new Message();
        shape.message(1, new Message().text(2, "texts")).message(1, new Message().text(2, "pieces"));
        if (type == FLOAT) {
            shape.message(1, new Message().text(2, "labels"));
        }
        var tensor = new Message().number(1, type).message(2, shape);
        return typed(name, tensor);
    }

    private static Message typed(String name, Message tensor) {
        return new Message().text(1, name).message(2, new Message().message(1, tensor));
    }

    public byte[] bytes() {
        return new Message()
                .number(1, 8)
                .message(8, new Message().number(2, 17))
                .message(7, graph)
                .out
                .toByteArray();
    }

    /// A protobuf message that grows.
    private static final class Message {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Message number(int field, long value) {
            varint((long) field << 3);
            varint(value);
            return this;
        }

        Message text(int field, String value) {
            return bytes(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message message(int field, Message value) {
            return bytes(field, value.out.toByteArray());
        }

        Message bytes(int field, byte[] value) {
            varint(((long) field << 3) | 2);
            varint(value.length);
            out.writeBytes(value);
            return this;
        }

        private void varint(long value) {
            long rest = value;
            while (rest > 0x7F) {
                out.write((int) (rest & 0x7F) | 0x80);
                rest >>>= 7;
            }
            out.write((int) rest);
        }
    }
}
