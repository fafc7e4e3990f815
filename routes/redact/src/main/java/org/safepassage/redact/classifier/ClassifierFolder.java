package org.safepassage.redact.classifier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The files of a classifier as they come from a model's publisher, and one of the operator's own.
///
/// @param model `model.onnx`
/// @param tokenizer `tokenizer.json`, as the Hugging Face tokenizers write it
/// @param labels from `id2label` of `config.json`, with their meaning from `mention-types.json`
/// @param window pieces that the model reads at once, marks at both ends included
record ClassifierFolder(Path model, Path tokenizer, Labels labels, int window) {
    private static final int LARGEST_WINDOW = 512;
    private static final int SMALLEST_WINDOW = 16;
    /// These count positions from the one behind the padding's.
    private static final Set<String> TWO_POSITIONS_LOST = Set.of("roberta", "xlm-roberta", "camembert", "mpnet");

    private static final ObjectMapper JSON = new ObjectMapper();

    /// Reads what a folder says.
    ///
    /// @throws UnusableClassifier when a file is missing or says something else than it should
    static ClassifierFolder read(Path folder) throws UnusableClassifier {
        if (!Files.isDirectory(folder)) {
            throw new UnusableClassifier(folder, "is no folder; name the one that holds model.onnx");
        }
        Path config = folder.resolve("config.json");
        Path types = folder.resolve("mention-types.json");
        JsonNode said = json(config, "copy it from where the model comes from");
        JsonNode meant = json(types, "write what each label means here: {\"PER\": \"PERSON\", \"MISC\": null}");
        return new ClassifierFolder(
                present(folder.resolve("model.onnx"), "export the model to ONNX"),
                present(folder.resolve("tokenizer.json"), "copy it from where the model comes from"),
                Labels.of(names(said.path("id2label"), config), meanings(meant, types), types),
                window(said, config));
    }

    private static Path present(Path file, String action) throws UnusableClassifier {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new UnusableClassifier(file, "is not there or cannot be read; " + action);
        }
        return file;
    }

    private static JsonNode json(Path file, String action) throws UnusableClassifier {
        try {
            JsonNode read = JSON.readTree(Files.readAllBytes(present(file, action)));
            if (!read.isObject()) {
                throw new UnusableClassifier(file, "is no JSON object; " + action);
            }
            return read;
        } catch (UnusableClassifier e) {
            throw e;
        } catch (JsonProcessingException e) {
            throw new UnusableClassifier(file, "is not JSON; " + action, e);
        } catch (IOException e) {
            throw new UnusableClassifier(file, "cannot be read; " + action, e);
        }
    }

    private static List<String> names(JsonNode id2label, Path place) throws UnusableClassifier {
        var names = new ArrayList<String>();
        for (int i = 0; i < id2label.size(); i++) {
            String name = id2label.path(String.valueOf(i)).asText("");
            if (name.isEmpty()) {
                break;
            }
            names.add(name);
        }
        if (names.size() < 2 || names.size() != id2label.size()) {
            throw new UnusableClassifier(
                    place, "lacks id2label with a label for each number from 0; a token classifier's own file has it");
        }
        return names;
    }

    private static Map<String, @Nullable String> meanings(JsonNode types, Path place) throws UnusableClassifier {
        var meanings = new HashMap<String, @Nullable String>();
        for (Map.Entry<String, JsonNode> entry : types.properties()) {
            if (!entry.getValue().isTextual() && !entry.getValue().isNull()) {
                throw new UnusableClassifier(place, "gives " + entry.getKey() + " neither a type of mention nor null");
            }
            meanings.put(entry.getKey(), entry.getValue().textValue());
        }
        return meanings;
    }

    private static int window(JsonNode config, Path place) throws UnusableClassifier {
        int positions = config.path("max_position_embeddings").asInt(LARGEST_WINDOW);
        boolean lost = TWO_POSITIONS_LOST.contains(config.path("model_type").asText());
        int window = Math.min(LARGEST_WINDOW, positions - (lost ? 2 : 0));
        if (window < SMALLEST_WINDOW) {
            throw new UnusableClassifier(
                    place, "says that the model reads fewer than " + SMALLEST_WINDOW + " pieces; take another model");
        }
        return window;
    }
}
