package org.safepassage.release.receipts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.safepassage.schemas.Receipt;

/// Reads a receipt: JSON in UTF-8 of at most [#MAX_BYTES], as `receipt.schema.json` describes it and with no other
/// field. Thread-safe.
public final class ReceiptReader {
    /// Largest receipt in bytes; an honest one has about 300.
    public static final int MAX_BYTES = 16 << 10;

    private final JsonSchema schema = schema();
    private final ObjectMapper json = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(8)
                            .maxNumberLength(32)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /// What these bytes are. Never throws for what a stranger may send.
    public Reading read(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return invalid("the receipt: larger than " + MAX_BYTES + " bytes");
        }
        JsonNode root;
        try {
            root = json.readTree(text(bytes));
        } catch (CharacterCodingException e) {
            return invalid("the receipt: not UTF-8");
        } catch (IOException e) {
            return invalid("the receipt: not one JSON object, or a field is there twice");
        }
        if (!root.isObject()) {
            return invalid("the receipt: not one JSON object, or a field is there twice");
        }
        List<String> problems = schema.validate(root).stream()
                .map(ReceiptReader::problem)
                .distinct()
                .sorted()
                .toList();
        return problems.isEmpty() ? receipt(root) : new Reading.Invalid(problems);
    }

    private static Reading receipt(JsonNode root) {
        try {
            return new Reading.Valid(new Receipt(
                    root.get("consignment").textValue(),
                    root.get("recipient").textValue(),
                    root.get("status").textValue().equals("accepted")
                            ? Receipt.Status.ACCEPTED
                            : Receipt.Status.REJECTED,
                    root.get("sha256").textValue(),
                    Instant.parse(root.get("at").textValue())));
        } catch (DateTimeException e) {
            return invalid("at: no moment of the calendar");
        }
    }

    /// The library's own message may quote an unknown field's name, which is the sender's to choose.
    private static String problem(ValidationMessage message) {
        return switch (message.getType()) {
            case "additionalProperties" -> "the receipt: has a field that no receipt has";
            case "required" -> message.getProperty() + ": missing";
            default -> message.getInstanceLocation().toString().replaceFirst("^/", "") + ": not as the schema says";
        };
    }

    private static Reading invalid(String problem) {
        return new Reading.Invalid(List.of(problem));
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static JsonSchema schema() {
        try (InputStream stream = ReceiptReader.class.getResourceAsStream("receipt.schema.json")) {
            if (stream == null) {
                throw new IllegalStateException("the receipt's schema is missing from the jar");
            }
            var config = SchemaValidatorsConfig.builder()
                    .pathType(PathType.JSON_POINTER)
                    .build();
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(stream, config);
        } catch (IOException e) {
            throw new IllegalStateException("the receipt's schema cannot be read", e);
        }
    }
}
