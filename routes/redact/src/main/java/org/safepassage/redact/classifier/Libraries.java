package org.safepassage.redact.classifier;

import java.util.Optional;

/// The libraries that an operator's own models need. Their jars may be left out, and then the first use of one would
/// end as a failure that blames the model.
public enum Libraries {
    /// Runs ONNX models.
    ONNX_RUNTIME("ai.onnxruntime.OrtEnvironment", "onnxruntime (com.microsoft.onnxruntime)"),
    /// Splits texts into a model's pieces.
    TOKENIZERS("ai.djl.huggingface.tokenizers.HuggingFaceTokenizer", "tokenizers (ai.djl.huggingface)");

    private final String type;
    private final String jar;

    Libraries(String type, String jar) {
        this.type = type;
        this.jar = jar;
    }

    /// What is wrong and the next action when this one is not there; empty when it is.
    public Optional<String> missing() {
        try {
            Class.forName(type, false, Libraries.class.getClassLoader());
            return Optional.empty();
        } catch (ClassNotFoundException | LinkageError left) {
            return Optional.of("cannot be used without the jar of " + jar
                    + "; put it beside the other jars again, or leave this model out");
        }
    }
}
