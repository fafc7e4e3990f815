package org.safepassage.redact.classifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A real, small classifier in a folder. It knows the pieces of `Иван Кулик`, each of which it calls a person's only
/// when it sees the piece beside it too, and `Минск`, which it calls a place anyhow. It cannot read more pieces at once
/// than it has positions, and its tokenizer's file says to cut a text there, as published ones do.
final class SmallClassifier {
    static final int WINDOW = 16;

    private static final List<String> PIECES =
            List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "Иван", "Ку", "##лик", "Минск", "и", "😀");
    private static final int NAMES = 4;
    private static final List<String> LABELS = List.of("O", "B-PER", "I-PER", "B-LOC", "B-MISC");
    private static final int WIDTH = 5;

    private final float[] own = new float[PIECES.size() * WIDTH];
    private final float[] afterIt = new float[PIECES.size() * WIDTH];
    private final float[] beforeIt = new float[PIECES.size() * WIDTH];

    private SmallClassifier() {
        for (int piece = 0; piece < PIECES.size(); piece++) {
            own[piece * WIDTH] = piece < NAMES || piece > NAMES + 3 ? 20 : 4;
        }
        set(own, "Минск", "B-LOC", 9);
        set(own, "Иван", "B-PER", 2);
        set(beforeIt, "Ку", "B-PER", 4);
        set(own, "Ку", "I-PER", 2);
        set(afterIt, "Иван", "I-PER", 4);
        set(own, "##лик", "I-PER", 2);
        set(afterIt, "Ку", "I-PER", 4);
    }

    /// Writes all files of it.
    static Path in(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("model.onnx"), new SmallClassifier().model(WINDOW));
        Files.writeString(folder.resolve("tokenizer.json"), tokenizer(), StandardCharsets.UTF_8);
        config(folder, LABELS, WINDOW);
        meanings(folder, "{\"PER\": \"PERSON\", \"LOC\": \"LOCATION\", \"MISC\": null}");
        return folder;
    }

    static void config(Path folder, List<String> labels, int window) throws IOException {
        var names = new ArrayList<String>();
        labels.forEach(label -> names.add("\"" + names.size() + "\": \"" + label + "\""));
        Files.writeString(
                folder.resolve("config.json"),
                "{\"model_type\": \"bert\", \"max_position_embeddings\": " + window + ", \"id2label\": {"
                        + String.join(", ", names) + "}}",
                StandardCharsets.UTF_8);
    }

    static void meanings(Path folder, String json) throws IOException {
        Files.writeString(folder.resolve("mention-types.json"), json, StandardCharsets.UTF_8);
    }

    private static void set(float[] weights, String piece, String label, float weight) {
        weights[PIECES.indexOf(piece) * WIDTH + LABELS.indexOf(label)] = weight;
    }

    private byte[] model(int positions) {
        List<Integer> table = List.of(PIECES.size(), WIDTH);
        return new OnnxFile()
                .input("input_ids")
                .input("attention_mask")
                .floats("own", table, own)
                .floats("after", table, afterIt)
                .floats("before", table, beforeIt)
                .floats("edge", List.of(1, 1, WIDTH), new float[WIDTH])
                .floats("positions", List.of(positions, WIDTH), new float[positions * WIDTH])
                .longs("zero", List.of(), 0)
                .longs("one", List.of(), 1)
                .longs("first", List.of(1), 0)
                .longs("second", List.of(1), 1)
                .longs("last", List.of(1), -1)
                .longs("end", List.of(1), Integer.MAX_VALUE)
                .node("Gather", "ownValues", "own", "input_ids")
                .node("Gather", "afterValues", "after", "input_ids")
                .node("Gather", "beforeValues", "before", "input_ids")
                .node("Slice", "allButLast", "afterValues", "first", "last", "second")
                .node("Slice", "allButFirst", "beforeValues", "second", "end", "second")
                .nodeOnAxis(1, "Concat", "fromLeft", "edge", "allButLast")
                .nodeOnAxis(1, "Concat", "fromRight", "allButFirst", "edge")
                .node("Shape", "shape", "input_ids")
                .node("Gather", "length", "shape", "one")
                .node("Range", "places", "zero", "length", "one")
                .node("Gather", "placed", "positions", "places")
                .node("Add", "a", "ownValues", "fromLeft")
                .node("Add", "b", "a", "fromRight")
                .node("Add", "logits", "b", "placed")
                .output("logits")
                .bytes();
    }

    private static String tokenizer() {
        var vocabulary = new ArrayList<String>();
        PIECES.forEach(piece -> vocabulary.add("\"" + piece + "\": " + vocabulary.size()));
        return """
                {"version": "1.0",
                 "truncation": {"direction": "Right", "max_length": %d, "strategy": "LongestFirst", "stride": 0},
                 "padding": {"strategy": {"Fixed": %d}, "direction": "Right", "pad_to_multiple_of": null,
                   "pad_id": 0, "pad_type_id": 0, "pad_token": "[PAD]"},
                 "added_tokens": [],
                 "normalizer": null,
                 "pre_tokenizer": {"type": "BertPreTokenizer"},
                 "post_processor": {"type": "BertProcessing", "sep": ["[SEP]", 3], "cls": ["[CLS]", 2]},
                 "decoder": null,
                 "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##",
                   "max_input_chars_per_word": 100, "vocab": {%s}}}
                """.formatted(WINDOW, WINDOW, String.join(", ", vocabulary));
    }
}
